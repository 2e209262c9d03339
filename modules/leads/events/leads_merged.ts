import { LeadsEvent } from './leads_event.ts'

export default class LeadsMerged extends LeadsEvent {
  readonly name = 'leads.merged'
}
