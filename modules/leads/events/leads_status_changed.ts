import { LeadsEvent } from './leads_event.ts'

/** Each lead's steps stand in its history; hearers read what they need of it. */
export default class LeadsStatusChanged extends LeadsEvent {
  readonly name = 'leads.status_changed'
}
