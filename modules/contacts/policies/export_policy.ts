import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class ExportPolicy extends BasePolicy {
  manage(actor: Actor) {
    return actor.can('contacts.export')
  }
}
