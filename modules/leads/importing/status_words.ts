import { spelled } from '#app/imports'
import type { LeadStatus, LostReason } from '../lead_words.ts'

/** What other programs call our statuses. Words that mean now this, now that, such as "closed", are left out. */
const STATUS_WORDS: Record<LeadStatus, string> = {
  new: `new, new lead, open, fresh, uncontacted, not contacted, not yet contacted, received, incoming`,
  contacted: `contacted, in contact, attempted, attempting contact, attempted to contact, called, working, in progress,
    follow up, following up, connected, responded, nurture, nurturing`,
  qualified: `qualified, interested, showing, viewing, viewing booked, site visit, site visit done, appointment`,
  negotiation: `negotiation, negotiating, in negotiation, offer, offer made, under offer, proposal, under contract`,
  converted: `converted, won, closed won, sold, client, customer, booked`,
  lost: `lost, closed lost, dead, unqualified, disqualified, dropped, rejected, no longer interested, not interested,
    junk, spam, fake, invalid, duplicate, no answer, no response, unreachable, not reachable`,
}

const REASON_WORDS: Record<LostReason, string> = {
  no_answer: `no answer, never answered, no response, no reply, unreachable, not reachable, unresponsive, could not reach`,
  not_interested: `not interested, no longer interested, lost interest, changed mind, changed their mind`,
  chose_another: `chose another agency, another agency, another agent, other agent, went elsewhere, competitor`,
  price: `price did not fit, price, too expensive, budget, budget too low, over budget`,
  nothing_suitable: `nothing suitable, no suitable property, no match, no inventory`,
  fake: `fake, spam, junk, invalid, wrong number, bot, test`,
  duplicate: `known already, duplicate, repeated`,
  other: `something else, other`,
}

export const statusOfWord = reader(STATUS_WORDS)

/** "Not interested" is a reason wherever it stands, be it the column of the status. */
export const reasonOfWord = reader(REASON_WORDS)

function reader<Meaning extends string>(words: Record<Meaning, string>) {
  const entries = Object.entries<string>(words) as [Meaning, string][]
  const meanings = new Map(
    entries.flatMap(([meaning, all]) => all.split(/,\s*/).map((word) => [word, meaning] as const))
  )
  return (text: string): Meaning | undefined => meanings.get(spelled(text))
}
