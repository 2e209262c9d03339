import { LeadsEvent } from './leads_event.ts'

/** Offered to a group, of whom the first to claim it has it. */
export default class LeadsOffered extends LeadsEvent {
  readonly name = 'leads.offered'
}
