import { saysNothing, spelled } from '#app/imports'
import type { Channel, ContactDraft } from './contact_draft.ts'
import type { RowReader } from './row_reader.ts'

const CHANNELS: Channel[] = ['email', 'sms', 'whatsapp', 'call']
const YES = /^(y|yes|true|1|x|ok|on|granted|given|opt(ed)?[- ]?in|subscribed|allowed|[✓✔])$/i
const NO = /^(n|no|false|0|off|refused|denied|opt(ed)?[- ]?out|unsubscribed|not allowed)$/i
const REFUSALS = /\b(opt(ed)? out|unsubscribed|do not|dnc|dnd|no)\b/

/** What the contact allowed and refused, by channel; null where the list does not say. */
export function draftConsent(reader: RowReader): ContactDraft['consent'] {
  const answers = CHANNELS.map((channel) => [channel, answerFor(channel, reader)])
  return Object.fromEntries(answers) as ContactDraft['consent']
}

/** "Do not call: no" is no consent to be called. */
function answerFor(channel: Channel, reader: RowReader): boolean | null {
  const cell = reader.cell(`consent_${channel}`)
  if (!cell || (saysNothing(cell.text) && !NO.test(cell.text))) return null
  const asksForRefusal = REFUSALS.test(spelled(cell.column))
  if (YES.test(cell.text)) return !asksForRefusal
  if (NO.test(cell.text)) return asksForRefusal ? null : false
  reader.warn(cell, { key: 'contacts.import.problems.consent_unclear', params: {} })
  return null
}
