import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class AgencyPolicy extends BasePolicy {
  manage(actor: Actor) {
    return actor.can('agency.manage')
  }

  manageModules(actor: Actor) {
    return actor.can('modules.manage')
  }

  viewAudit(actor: Actor) {
    return actor.can('audit.view')
  }
}
