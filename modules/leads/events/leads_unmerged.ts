import { LeadsEvent } from './leads_event.ts'

export default class LeadsUnmerged extends LeadsEvent {
  readonly name = 'leads.unmerged'
}
