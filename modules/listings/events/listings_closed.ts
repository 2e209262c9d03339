import { ListingsEvent } from './listings_event.ts'

export default class ListingsClosed extends ListingsEvent {
  readonly name = 'listings.closed'
}
