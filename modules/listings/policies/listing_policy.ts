import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor, OwnedRecord } from '#kernel/tenancy/actor'

export default class ListingPolicy extends BasePolicy {
  viewAny(actor: Actor) {
    return actor.can('listings.view')
  }

  create(actor: Actor) {
    return actor.can('listings.create')
  }

  update(actor: Actor, listing: OwnedRecord) {
    return actor.reaches('listings.update', listing)
  }

  mergeAny(actor: Actor) {
    return actor.can('listings.update')
  }

  publish(actor: Actor, listing: OwnedRecord) {
    return actor.reaches('listings.publish', listing)
  }

  verify(actor: Actor, listing: OwnedRecord) {
    return actor.reaches('listings.verify', listing)
  }

  delete(actor: Actor, listing: OwnedRecord) {
    return actor.reaches('listings.delete', listing)
  }

  deleteAny(actor: Actor) {
    return actor.can('listings.delete')
  }

  configure(actor: Actor) {
    return actor.can('listings.configure')
  }
}
