import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class CustomFieldPolicy extends BasePolicy {
  manage(actor: Actor) {
    return actor.can('agency.manage')
  }
}
