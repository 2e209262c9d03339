import { ListingsEvent } from './listings_event.ts'

export default class ListingsActivated extends ListingsEvent {
  readonly name = 'listings.activated'
}
