import { ListingsEvent } from './listings_event.ts'

export default class ListingsRestored extends ListingsEvent {
  readonly name = 'listings.restored'
}
