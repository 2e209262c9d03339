import { LeadsEvent } from './leads_event.ts'

export default class LeadsAssigned extends LeadsEvent {
  readonly name = 'leads.assigned'
}
