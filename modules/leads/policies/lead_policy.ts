import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor, OwnedRecord } from '#kernel/tenancy/actor'
import { isHiddenFrom } from '../details/seeing.ts'

export default class LeadPolicy extends BasePolicy {
  viewAny(actor: Actor) {
    return actor.can('leads.view')
  }

  create(actor: Actor) {
    return actor.can('leads.create')
  }

  /** Works on leads at all: on those that are theirs. */
  work(actor: Actor) {
    return actor.can('leads.update')
  }

  /** Whoever works on others' leads has their phone and e-mail shown first, where these are hidden. */
  async update(actor: Actor, lead: OwnedRecord & { id: string }) {
    return actor.reaches('leads.update', lead) && !(await isHiddenFrom(actor, lead))
  }

  /** Makes a listing of what the lead offers. */
  async draftListing(actor: Actor, lead: OwnedRecord & { id: string }) {
    return (await this.update(actor, lead)) && actor.can('listings.create')
  }

  /** Has phone and e-mail of others' leads shown; a key must name it, as it counts against its member. */
  reveal(actor: Actor, lead: OwnedRecord) {
    return actor.reaches('leads.reveal', lead)
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

  /** Whatever the agency decides for all of its leads. */
  rule(actor: Actor) {
    return actor.can('leads.rules')
  }

  /** Opens and closes the doors through which leads come by themselves. */
  connect(actor: Actor) {
    return actor.can('leads.connect')
  }
}
