import type { Actor } from '#kernel/tenancy/actor'
import type { LocalMarket } from '../local_market.ts'
import type { FedListing, ReadRow, RowProblem } from '../importing/fed_listing.ts'
import type { ImportOrder } from './import_options.ts'
import type { Changes, KnownListing } from './known_listing.ts'
import { keptFrom, mergeFed, type Told } from './merge_fed.ts'
import { newListing } from './new_listing.ts'
import type { People } from './people.ts'

export type Deed = 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused'

/** What becomes of one row. */
export interface Judgement {
  row: ReadRow['row']
  deed: Deed
  problems: RowProblem[]
  listing: KnownListing | null
  changes: Changes | null
  /** What it would have changed besides, had an agent not kept it. */
  kept: Changes
  /** Whether it took a step along its life, too. */
  isStepped?: true
  fed: FedListing | null
}

/** The listings that rows can mean, by all that names them. */
export interface Stock {
  byFingerprint: Map<string, KnownListing>
  byReference: Map<string, KnownListing>
  /** Listings that an earlier row of this import was about, and on which line. */
  met: Map<string, number>
}

export interface Court {
  order: ImportOrder
  actor: Actor
  market: LocalMarket
  stock: Stock
  people: People
  birth(): { ids: { listing: string; property: string }; reference: string }
}

type Case = Pick<ReadRow, 'row' | 'problems'> & { fed: FedListing }

/** Decides row by row what an import does, and lays it over the listings in the stock. */
export class Judge {
  constructor(private readonly court: Court) {}

  judge({ row, fed, problems }: ReadRow): Judgement {
    if (!fed) return verdict({ row, problems, fed }, 'refused')
    const known = this.#find(fed)
    const one = { row, fed, problems }
    if (!known) return this.#create(one)
    const line = this.court.stock.met.get(known.id)
    return line === undefined ? this.#meet(one, known) : this.#meetAgain(one, known, line)
  }

  #find({ fingerprint, reference }: FedListing): KnownListing | undefined {
    const { byFingerprint, byReference } = this.court.stock
    return (reference ? byReference.get(reference) : undefined) ?? byFingerprint.get(fingerprint)
  }

  /** What a feed no longer offers and nobody has here stays away. */
  #create(one: Case): Judgement {
    const { stock, order, market } = this.court
    if (order.feedId && one.fed.status === 'withdrawn') return verdict(one, 'skipped')
    const { told, problems } = this.#told(one)
    const agent = told.owner_id ? {} : this.court.people.agentFor(order.options.ownerId)
    const listing = newListing(
      one.fed,
      { ...told, ...agent },
      { ...this.court.birth(), order, market }
    )
    stock.byFingerprint.set(one.fed.fingerprint, listing)
    stock.met.set(listing.id, one.row.line)
    return { ...verdict({ ...one, problems }, 'created'), listing }
  }

  #meet(one: Case, known: KnownListing): Judgement {
    const { stock, order } = this.court
    stock.met.set(known.id, one.row.line)
    if (order.options.existing === 'skip') return { ...verdict(one, 'skipped'), listing: known }
    if (!this.#reaches(known)) return verdict(outOfReach(one), 'refused')
    return this.#merge(one, known, order.options.existing === 'fill')
  }

  /** A feed sends what has changed since: the later counts. Of two rows of a list, the first does. */
  #meetAgain(one: Case, known: KnownListing, line: number): Judgement {
    if (this.court.order.feedId) return this.#merge(one, known, false)
    const problem = problemOf(one, 'repeated', { line })
    return this.#merge({ ...one, problems: [...one.problems, problem] }, known, true)
  }

  #merge(one: Case, known: KnownListing, fills: boolean): Judgement {
    const { told, problems } = this.#told(one)
    const changes = mergeFed(known, told, fills)
    const isChanged = Object.keys(changes).length > 0
    const deed = isChanged ? 'updated' : 'unchanged'
    return {
      ...verdict({ ...one, problems }, deed),
      listing: known,
      changes: isChanged ? changes : null,
      kept: keptFrom(known, told),
    }
  }

  #reaches({ owner_id: ownerId, team_id: teamId }: KnownListing): boolean {
    return this.court.actor.reaches('listings.update', { ownerId, teamId })
  }

  /** The facts of a row with the people that it names. */
  #told(one: Case): { told: Told; problems: RowProblem[] } {
    const { fed, problems } = one
    const { people } = this.court
    const agent = people.agentFor(fed.agentId ?? null) ?? people.agentCalled(fed.agentCalled)
    const owner = people.ownerCalled(fed.owner)
    const isLost = fed.agentCalled !== null && !agent
    const lost = isLost ? [problemOf(one, 'agent_unknown', { agent: fed.agentCalled! })] : []
    return {
      told: { ...fed.facts, ...agent, ...(owner && { owner_contact_id: owner }) },
      problems: [...problems, ...lost],
    }
  }
}

function verdict({ row, problems, fed }: ReadRow, deed: Deed): Judgement {
  return { row, deed, problems, fed, listing: null, changes: null, kept: {} }
}

function outOfReach(one: Case): Case {
  const problem = { ...problemOf(one, 'out_of_reach', {}), severity: 'refused' as const }
  return { ...one, problems: [problem, ...one.problems] }
}

function problemOf(
  { row }: Case,
  key: string,
  params: Record<string, string | number>
): RowProblem {
  const place = { line: row.line, column: null, field: null, value: '' }
  return { ...place, severity: 'warning', key: `listings.import.problems.${key}`, params }
}
