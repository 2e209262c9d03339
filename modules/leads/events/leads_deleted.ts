import { LeadsEvent } from './leads_event.ts'

export default class LeadsDeleted extends LeadsEvent {
  readonly name = 'leads.deleted'
}
