import type { Actor } from '#kernel/tenancy/actor'
import type { PointDraft } from '../contact_draft.ts'
import Contact from '../models/contact.ts'
import { beStrictAboutNames } from './likenesses.ts'

export type LikenessReason = 'phone' | 'email' | 'name'

export interface Likeness {
  id: string
  name: string
  primary_phone: string | null
  primary_email: string | null
  city: string | null
  phone: boolean
  email: boolean
  /** How alike the names are, from 0 to 1. */
  alike: number
}

interface Wanted {
  name: string
  points: PointDraft[]
  /** The contact that is being changed is not its own duplicate. */
  except?: string | null
}

const MOST = 5

/** Names that are so alike could be one person's. */
const NEARLY_SAME = 0.9

/** Contacts that the actor may see and that are reached by the same number or address, or called nearly the same. */
export async function duplicatesOf(
  actor: Actor,
  { name, points, except = null }: Wanted
): Promise<Likeness[]> {
  if (points.length === 0 && name === '') return []
  await beStrictAboutNames()
  const query = Contact.reachableBy(actor, 'contacts.view')
  const sql = (text: string, values: unknown[]) => query.client.raw(text, values as never)
  if (except) query.whereNot('contacts.id', except)
  return query
    .whereRaw(`contacts.id in (${candidates})`, [...valuesOf(points), name])
    .select('id', 'name', 'primary_phone', 'primary_email', 'city')
    .select(
      sql(`${isShared('phone')} as phone`, valuesOf(points)),
      sql(`${isShared('email')} as email`, valuesOf(points)),
      sql('similarity(lower(contacts.name), lower(?)) as alike', [name])
    )
    .orderByRaw('phone desc, email desc, alike desc, contacts.id')
    .limit(MOST)
    .pojo<Likeness>()
}

/** Those for whose sake one is asked before a contact is added. */
export function telling(likenesses: Likeness[]): Likeness[] {
  return likenesses.filter(({ phone, email, alike }) => phone || email || alike >= NEARLY_SAME)
}

export function reasonsOf({ phone, email, alike }: Likeness): LikenessReason[] {
  const reasons: [LikenessReason, boolean][] = [
    ['phone', phone],
    ['email', email],
    ['name', alike >= 0.6],
  ]
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason)
}

const wanted = `(point.kind, point.value) in (select * from unnest(?::text[], ?::text[]))`

/** Each half is led by an index of its own. */
const candidates = `select contact_id from contact_points as point where ${wanted}
  union select id from contacts where deleted_at is null and lower(name) % lower(?)`

function isShared(kind: 'phone' | 'email'): string {
  return `exists (select from contact_points as point
    where point.contact_id = contacts.id and point.kind = '${kind}' and ${wanted})`
}

function valuesOf(points: PointDraft[]): [string[], string[]] {
  return [points.map(({ kind }) => kind), points.map(({ value }) => value)]
}
