import type { AddressPart } from '#kernel/markets/market_pack'
import type { Intent } from '../lead_words.ts'
import { type Captured, plain } from './captured.ts'

type Said = 'firstName' | 'lastName' | 'name' | 'phone' | 'email' | 'message' | 'budget'
type Place = Said | 'intent' | 'locality' | AddressPart

/** How forms, advertisements and portals call what we know; compared without signs between words. */
const NAMES: Record<Place, string> = {
  firstName: 'first name|firstname|given name|first',
  lastName: 'last name|lastname|surname|family name|last',
  name: 'full name|fullname|name|contact name|your name|buyer name|sender name|customer name|enquirer|lead name',
  phone:
    'phone|phone number|mobile|mobile number|mobile no|contact number|contact no|telephone|tel|cell|cellphone|cell number|work phone|whatsapp|whatsapp number|user phone',
  email: 'email|e mail|email address|e mail address|email id|work email|user email|contact email',
  message:
    'message|comments|comment|enquiry|inquiry|question|questions|remarks|notes|details|your message|requirement',
  budget: 'budget|price range|your budget|what is your budget|max price|maximum price|budget range',
  intent:
    'intent|looking to|i want to|enquiry type|transaction|transaction type|are you looking to|purpose|interested in|deal type',
  locality:
    'locality|area|preferred area|preferred location|location|neighborhood|neighbourhood|suburb',
  line: 'street|street address|address|address line|property address',
  unit: 'unit|unit number|flat|apartment',
  city: 'city|town',
  state: 'state|region|province',
  postcode: 'zip|zip code|zipcode|postal code|postcode|post code|pin code|pincode',
}

const PLACES = new Map(
  Object.entries(NAMES).flatMap(([place, names]) =>
    names.split('|').map((name) => [name, place as Place] as const)
  )
)

const ADDRESS: readonly string[] = ['line', 'unit', 'city', 'state', 'postcode']

export function emptyCapture(): Captured {
  return { address: {}, answers: {} }
}

/** Whether we have a place for what is called so. */
export function isKnownName(name: string): boolean {
  return PLACES.has(wordsOf(name))
}

/** Puts one answer where it belongs; what we have no place for is kept under its own name. */
export function put(captured: Captured, name: string, value: unknown): void {
  const text = plain(Array.isArray(value) ? value.join(', ') : value, 5_000)
  if (text === '') return
  const place = PLACES.get(wordsOf(name))
  if (place === undefined || !settle(captured, place, text))
    captured.answers[plain(name, 100)] = text
}

/** False where the place is taken already, or the words say nothing that we understand. */
function settle(captured: Captured, place: Place, text: string): boolean {
  if (place === 'intent') {
    captured.intent ??= intentIn(text)
    return captured.intent !== undefined
  }
  if (place === 'locality') {
    captured.localities = [...(captured.localities ?? []), text]
    return true
  }
  const part: Partial<Record<string, string>> = ADDRESS.includes(place)
    ? captured.address
    : (captured as unknown as Record<string, string>)
  if (part[place] !== undefined) return false
  part[place] = text
  return true
}

const INTENTS: [RegExp, Intent][] = [
  [/\b(sell|selling|valuation|appraisal|list my)\b/i, 'sell'],
  [/\b(rent out|let|letting|landlord)\b/i, 'let'],
  [/\b(rent|renting|lease|rental|tenant)\b/i, 'rent'],
  [/\b(buy|buying|purchase|invest|sale)\b/i, 'buy'],
]

export function intentIn(text: string): Intent | undefined {
  return INTENTS.find(([words]) => words.test(text))?.[1]
}

function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
