import { LeadsEvent } from './leads_event.ts'

export default class LeadsRestored extends LeadsEvent {
  readonly name = 'leads.restored'
}
