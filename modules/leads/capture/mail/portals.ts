import type { Captured } from '../captured.ts'
import { intentIn } from '../named_fields.ts'

/** Portals by the domains from which they write. */
const PORTALS: Record<string, string> = {
  'zillow.com': 'Zillow',
  'trulia.com': 'Trulia',
  'realtor.com': 'Realtor.com',
  'redfin.com': 'Redfin',
  'homes.com': 'Homes.com',
  'property24.com': 'Property24',
  'property.co.zw': 'Property.co.zw',
  'magicbricks.com': 'MagicBricks',
  '99acres.com': '99acres',
  'housing.com': 'Housing.com',
}

/** The portal that writes from this address; null where it is none that we know. */
export function portalAt(address: string): string | null {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? ''
  const known = Object.keys(PORTALS).find((one) => domain === one || domain.endsWith(`.${one}`))
  return known ? PORTALS[known] : null
}

const NAME = String.raw`(\p{Lu}[\p{L}.'-]+(?: [\p{L}.'-]+){0,4})`
const SENTENCES = [
  new RegExp(String.raw`^[ \t]*(?:new lead: )?${NAME} (?:is|was) interested in (.{3,200})$`, 'imu'),
  new RegExp(
    String.raw`^[ \t]*(?:new )?(?:message|enquiry|inquiry|lead) from ${NAME}(?: (?:about|for|regarding) (.{3,200}))?$`,
    'imu'
  ),
]

/** What portals say in sentences, in the subject or in the text: who, and about what. */
export function readSentences(captured: Captured, subject: string, text: string): void {
  for (const place of [subject, text])
    for (const sentence of SENTENCES) noteSentence(captured, sentence.exec(place))
  captured.intent ??= intentIn(subject) ?? intentIn(captured.message ?? '')
}

function noteSentence(captured: Captured, found: RegExpExecArray | null): void {
  const [, name, about] = found ?? []
  if (name && !captured.firstName) captured.name ??= name
  if (about) captured.answers.about ??= about.trim()
}
