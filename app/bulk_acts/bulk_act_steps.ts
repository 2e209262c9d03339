import { BulkFailure, type BulkSteps, type BulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import { AT_ONCE, type BulkDesk, type BulkOrder } from './bulk_desk.ts'
import { chosenIds } from './chosen.ts'

/** What a bulk act remembers about itself. */
export interface BulkActFacts extends BulkOrder {
  /** The last record that was dealt with; ids only grow, so the deed itself moves nobody ahead of it. */
  after?: string | null
}

/** Does one thing to very many records, a page in each unit of work, with the rights that the person has then. */
export class BulkActSteps implements BulkSteps {
  constructor(private readonly desk: BulkDesk) {}

  async take(work: BulkWork): Promise<number> {
    const { after, ...order } = factsOf(work)
    const actor = currentActor()
    if (actor.kind === 'system' || !actor.can(this.desk.permissions[order.deed.act]))
      throw new BulkFailure('bulk_acts.not_allowed')

    const ids = await chosenIds(this.desk, { actor, order, after, limit: AT_ONCE })
    if (ids.length === 0) return 0
    const result = await this.desk.act(ids, order.deed)
    if (!result.ok) throw new BulkFailure(`${this.desk.module}.refused.${result.reason}`)
    work.facts = { ...order, after: ids.at(-1) }
    return ids.length
  }
}

export function factsOf(work: BulkWork): BulkActFacts {
  return work.facts as unknown as BulkActFacts
}
