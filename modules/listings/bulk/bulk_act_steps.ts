import { BulkFailure, type BulkSteps, type BulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import { actInBulk } from '../actions/act_in_bulk.ts'
import { chosenIds } from '../queries/chosen_listings.ts'
import { AT_ONCE, type BulkChoice, type BulkDeed, permissionOf } from './bulk_deed.ts'

/** What a bulk act remembers about itself. */
export interface BulkActFacts {
  deed: BulkDeed
  choice: BulkChoice
  /** The last listing that was dealt with; ids only grow, so the deed itself moves nobody ahead of it. */
  after?: string | null
}

/** Does one thing to very many listings, a page in each unit of work, with the rights that the person has then. */
export class BulkActSteps implements BulkSteps {
  async take(work: BulkWork): Promise<number> {
    const { deed, choice, after } = factsOf(work)
    const actor = currentActor()
    const permission = permissionOf[deed.act]
    if (actor.kind === 'system' || !actor.can(permission))
      throw new BulkFailure('listings.bulk.not_allowed')

    const ids = await chosenIds({ actor, choice, permission }, { after, limit: AT_ONCE })
    if (ids.length === 0) return 0
    const result = await actInBulk(ids, deed)
    if (!result.ok) throw new BulkFailure(`listings.refused.${result.reason}`)
    work.facts = { deed, choice, after: ids.at(-1) }
    return ids.length
  }
}

export function factsOf(work: BulkWork): BulkActFacts {
  return work.facts as unknown as BulkActFacts
}
