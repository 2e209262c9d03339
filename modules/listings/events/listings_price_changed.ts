import { ListingsEvent } from './listings_event.ts'

export default class ListingsPriceChanged extends ListingsEvent {
  readonly name = 'listings.price_changed'
}
