import { LeadsEvent } from './leads_event.ts'

export default class LeadsCreated extends LeadsEvent {
  readonly name = 'leads.created'
}
