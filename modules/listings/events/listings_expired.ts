import { ListingsEvent } from './listings_event.ts'

export default class ListingsExpired extends ListingsEvent {
  readonly name = 'listings.expired'
}
