import type { Infer } from '@vinejs/vine/types'
import { stampAge } from '#kernel/http/form_stamp'
import { daysAfter, today } from '#kernel/markets/time'
import { unit } from '#kernel/tenancy/tenancy'
import type { Enquiry, Wish } from './enquiry.ts'
import type { enquiryValidator } from './validators/enquiry.ts'

type Said = Infer<typeof enquiryValidator>

export interface Fault {
  field: string
  /** i18n key of the sentence beside the field. */
  key: string
}

/** Nobody writes three fields faster. */
const FASTEST = 3
/** A page that lay open for longer is drawn anew. */
const SLOWEST = 24 * 60 * 60
const MOST_LINKS = 2
const FARTHEST = 90

/** What is wrong with an enquiry beyond the shape of its fields; null where nothing is. */
export function faultOf(said: Said, stamp: unknown): Fault | null {
  return (
    faultOfTime(stamp) ??
    faultOfLinks(said) ??
    (said.phone || said.email ? null : fault('phone', 'no_way')) ??
    (said.kind === 'viewing' ? faultOfWishes(said.wishes ?? []) : null)
  )
}

/** What was said, in full. */
export function factsOf(said: Said): Omit<Enquiry, 'listing' | 'arrival'> {
  const nothing = { phone: null, email: null, message: null, intent: null }
  const { kind, name, phone, email, message, intent } = { ...nothing, ...said }
  return { kind, name, phone, email, message, intent, wishes: wishesIn(said) }
}

function wishesIn({ wishes }: Said): Wish[] {
  return (wishes ?? []).flatMap(({ day, part }) => (day ? [{ day, part: part ?? null }] : []))
}

function faultOfTime(stamp: unknown): Fault | null {
  const age = stampAge(stamp)
  if (age === null || age > SLOWEST) return fault('form', 'stale')
  return age < FASTEST ? fault('form', 'hasty') : null
}

function faultOfLinks({ name, message }: Said): Fault | null {
  const links = `${name} ${message ?? ''}`.match(/https?:|www\./gi) ?? []
  return links.length > MOST_LINKS ? fault('message', 'links') : null
}

function faultOfWishes(wishes: NonNullable<Said['wishes']>): Fault | null {
  const now = today(unit().tenant.timeZone)
  if (!wishes.some(({ day }) => day)) return fault('wishes.0.day', 'no_day')
  const index = wishes.findIndex(({ day }) => day && (day < now || day > daysAfter(now, FARTHEST)))
  if (index === -1) return null
  return fault(`wishes.${index}.day`, wishes[index].day! < now ? 'past' : 'far')
}

function fault(field: string, word: string): Fault {
  return { field, key: `leads.enquiry.refused.${word}` }
}
