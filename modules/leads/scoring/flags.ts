/** What looks wrong about a lead, with what it is concluded from. */
export interface Flag {
  kind: 'price' | 'spam' | 'repeated' | 'phone' | 'address'
  evidence: Record<string, number>
}

/** What is known of a lead and of those around it. */
export interface FlaggedFacts {
  name: string
  message: string | null
  value: number | null
  /** How many prices of the same kind are known here, their median, and how far they usually are from it (as logarithms). */
  prices: number
  median: number | null
  spread: number | null
  /** Leads of the last week with the same number or address, this one among them. */
  repetitions: number
  /** Leads of the last day with the very same message, this one among them. */
  copies: number
  /** Somebody who was asked knows no such number or address. */
  hasWrongPhone: boolean
  hasWrongAddress: boolean
}

const FEWEST = 8
/** Iglewicz and Hoaglin's bound for a modified z-score. */
const FARTHEST = 3.5
/** Prices that hardly differ would make every other one suspicious. */
const LEAST_SPREAD = 0.1
const OFTEN = 3

export function flagsOf(facts: FlaggedFacts): Flag[] {
  const flags = [priceFlag(facts), spamFlag(facts), repeatedFlag(facts), ...lookupFlags(facts)]
  return flags.filter((flag) => flag !== null)
}

/** Far from what is usual, by median and median deviation: a few wrong prices do not move them. */
function priceFlag({ value, prices, median, spread }: FlaggedFacts): Flag | null {
  if (!value || !median || spread === null || prices < FEWEST) return null
  const apart = Math.abs(Math.log(value) - Math.log(median))
  const distance = apart / (1.4826 * Math.max(spread, LEAST_SPREAD))
  if (distance <= FARTHEST) return null
  const evidence = { count: prices, median: Math.round(median), distance: rounded(distance) }
  return { kind: 'price', evidence }
}

function spamFlag({ name, message, copies }: FlaggedFacts): Flag | null {
  const links = linksIn(message ?? '')
  const linksInName = linksIn(name)
  const isSpam = links >= 2 || linksInName > 0 || copies >= OFTEN
  return isSpam ? { kind: 'spam', evidence: { links: links + linksInName, copies } } : null
}

function linksIn(text: string): number {
  return text.match(/https?:\/\/|www\./gi)?.length ?? 0
}

function repeatedFlag({ repetitions }: FlaggedFacts): Flag | null {
  return repetitions >= OFTEN ? { kind: 'repeated', evidence: { count: repetitions } } : null
}

function lookupFlags({ hasWrongPhone, hasWrongAddress }: FlaggedFacts): (Flag | null)[] {
  return [
    hasWrongPhone ? { kind: 'phone', evidence: {} } : null,
    hasWrongAddress ? { kind: 'address', evidence: {} } : null,
  ]
}

function rounded(distance: number): number {
  return Math.round(distance * 10) / 10
}
