import { ListingsEvent } from './listings_event.ts'

export default class ListingsUpdated extends ListingsEvent {
  readonly name = 'listings.updated'
}
