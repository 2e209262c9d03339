import type { Address } from '#kernel/markets/market_pack'
import type { ContactKind } from './contact_words.ts'

/** What somebody wrote about a contact, tidied by the validator. */
export interface ContactDraft {
  type: 'person' | 'company'
  firstName?: string | null
  lastName?: string | null
  companyName?: string | null
  jobTitle?: string | null
  phones?: { number?: string | null; label?: string | null }[] | null
  emails?: { address?: string | null; label?: string | null }[] | null
  address?: Address | null
  kinds?: ContactKind[] | null
  tags?: (string | null)[] | null
  source?: string | null
  birthday?: string | null
  ownerId?: string | null
  teamId?: string | null
  custom?: Record<string, unknown> | null
}

export interface PointDraft {
  kind: 'phone' | 'email'
  value: string
  label: string | null
}

/** A person is called by their names, a company by its own. */
export function nameOf({ type, firstName, lastName, companyName }: ContactDraft): string {
  if (type === 'company') return companyName ?? ''
  return [firstName, lastName].filter(Boolean).join(' ')
}

/** The ways to reach them, in their order, none twice. */
export function pointsOf({ phones, emails }: ContactDraft): PointDraft[] {
  const points = [
    ...(phones ?? []).flatMap(({ number, label }) => point('phone', number, label)),
    ...(emails ?? []).flatMap(({ address, label }) => point('email', address, label)),
  ]
  const first = new Map(points.toReversed().map((one) => [`${one.kind} ${one.value}`, one]))
  return points.filter((one) => first.get(`${one.kind} ${one.value}`) === one)
}

function point(kind: PointDraft['kind'], value?: string | null, label?: string | null) {
  return value ? [{ kind, value, label: label ?? null }] : []
}

/** The parts of an address that say something. */
export function addressOf({ address }: ContactDraft): Address {
  return Object.fromEntries(Object.entries(address ?? {}).filter(([, part]) => part))
}
