import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class ImportPolicy extends BasePolicy {
  manage(actor: Actor) {
    return actor.can('listings.import')
  }

  /** A feed writes whatever listings it brings, whoever looks after them. */
  feed(actor: Actor) {
    return actor.reachOf('listings.import') === 'all'
  }
}
