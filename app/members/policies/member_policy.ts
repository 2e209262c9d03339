import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class MemberPolicy extends BasePolicy {
  view(actor: Actor) {
    return actor.can('members.view')
  }

  manage(actor: Actor) {
    return actor.can('members.manage')
  }

  manageRoles(actor: Actor) {
    return actor.can('roles.manage')
  }
}
