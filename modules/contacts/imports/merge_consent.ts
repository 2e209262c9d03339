import type { Channel, ContactDraft } from '../importing/contact_draft.ts'
import type { ConsentAnswer } from './import_options.ts'
import type { Consent, ContactColumns } from './known_contact.ts'

const CHANNELS: Channel[] = ['email', 'sms', 'whatsapp', 'call']

/**
 * What a contact allows after an import. A refusal always counts, and is never turned into a
 * consent; a consent counts only where the importing person said how it was given.
 */
export function mergeConsent(
  known: ContactColumns['consent'],
  draft: Pick<ContactDraft, 'consent'>,
  answer: ConsentAnswer
): ContactColumns['consent'] {
  const merged = { ...known }
  for (const channel of CHANNELS) {
    const said = saidOf(channel, draft, answer)
    const before = known[channel]?.state ?? 'not_asked'
    const isNews = said === 'refused' ? before !== 'refused' : before === 'not_asked'
    if (said !== null && isNews) merged[channel] = consent(said, answer)
  }
  return merged
}

function saidOf(channel: Channel, draft: Pick<ContactDraft, 'consent'>, answer: ConsentAnswer) {
  if (draft.consent[channel] === false) return 'refused'
  const isGiven =
    (answer.basis === 'as_listed' && draft.consent[channel] === true) ||
    (answer.basis === 'all_agreed' && answer.channels.includes(channel))
  return isGiven ? 'granted' : null
}

function consent(state: Consent['state'], { at, how }: ConsentAnswer): Consent {
  return { state, at, how }
}
