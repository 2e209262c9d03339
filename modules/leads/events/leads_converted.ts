import { LeadsEvent } from './leads_event.ts'

export default class LeadsConverted extends LeadsEvent {
  readonly name = 'leads.converted'
}
