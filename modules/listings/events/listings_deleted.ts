import { ListingsEvent } from './listings_event.ts'

export default class ListingsDeleted extends ListingsEvent {
  readonly name = 'listings.deleted'
}
