import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class FeedPolicy extends BasePolicy {
  /** A feed writes whatever listings it brings, whoever looks after them. */
  manage(actor: Actor) {
    return actor.reachOf('listings.import') === 'all'
  }
}
