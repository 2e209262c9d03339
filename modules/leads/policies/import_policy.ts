import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class ImportPolicy extends BasePolicy {
  manage(actor: Actor) {
    return actor.can('leads.import')
  }
}
