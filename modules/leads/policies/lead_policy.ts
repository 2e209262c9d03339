import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor, OwnedRecord } from '#kernel/tenancy/actor'

export default class LeadPolicy extends BasePolicy {
  viewAny(actor: Actor) {
    return actor.can('leads.view')
  }

  create(actor: Actor) {
    return actor.can('leads.create')
  }

  update(actor: Actor, lead: OwnedRecord) {
    return actor.reaches('leads.update', lead)
  }

  assign(actor: Actor, lead: OwnedRecord) {
    return actor.reaches('leads.assign', lead)
  }

  delete(actor: Actor, lead: OwnedRecord) {
    return actor.reaches('leads.delete', lead)
  }

  deleteAny(actor: Actor) {
    return actor.can('leads.delete')
  }

  export(actor: Actor) {
    return actor.can('leads.export')
  }

  /** Opens and closes the doors through which leads come by themselves. */
  connect(actor: Actor) {
    return actor.can('leads.connect')
  }
}
