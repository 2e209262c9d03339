import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'
import type { ListKind } from '../list_kind.ts'

export default class ImportPolicy extends BasePolicy {
  manage(actor: Actor, lists: ListKind) {
    return actor.can(lists.name)
  }
}
