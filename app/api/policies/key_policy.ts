import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'

export default class KeyPolicy extends BasePolicy {
  create(actor: Actor) {
    return actor.can('api_keys.create')
  }
}
