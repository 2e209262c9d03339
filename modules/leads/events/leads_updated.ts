import { LeadsEvent } from './leads_event.ts'

export default class LeadsUpdated extends LeadsEvent {
  readonly name = 'leads.updated'
}
