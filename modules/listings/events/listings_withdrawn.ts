import { ListingsEvent } from './listings_event.ts'

export default class ListingsWithdrawn extends ListingsEvent {
  readonly name = 'listings.withdrawn'
}
