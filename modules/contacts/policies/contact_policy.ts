import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor, OwnedRecord } from '#kernel/tenancy/actor'

export default class ContactPolicy extends BasePolicy {
  viewAny(actor: Actor) {
    return actor.can('contacts.view')
  }

  create(actor: Actor) {
    return actor.can('contacts.create')
  }

  update(actor: Actor, contact: OwnedRecord) {
    return actor.reaches('contacts.update', contact)
  }

  delete(actor: Actor, contact: OwnedRecord) {
    return actor.reaches('contacts.delete', contact)
  }

  mergeAny(actor: Actor) {
    return actor.can('contacts.merge')
  }

  deleteAny(actor: Actor) {
    return actor.can('contacts.delete')
  }
}
