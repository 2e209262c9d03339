import { ListingsEvent } from './listings_event.ts'

export default class ListingsCreated extends ListingsEvent {
  readonly name = 'listings.created'
}
