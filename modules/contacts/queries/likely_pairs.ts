import { isUuid } from '#kernel/tenancy/names'
import type { Actor } from '#kernel/tenancy/actor'
import Contact from '../models/contact.ts'
import ContactPair from '../models/contact_pair.ts'

const PAGE = 25

/** One of the two, with what helps to tell whether they are the same. */
export interface PairSide {
  id: string
  name: string
  phone: string | null
  email: string | null
  city: string | null
  company: string | null
}

export interface LikelyPair {
  id: string
  score: number
  reasons: ContactPair['reasons']
  first: PairSide
  second: PairSide
}

export interface PairPage {
  pairs: LikelyPair[]
  total: number
  /** Where the next page begins. */
  next: string | null
}

/** Pairs of which the actor may merge both, the likeliest first. */
function pairsFor(actor: Actor) {
  const mergeable = () => Contact.reachableBy(actor, 'contacts.merge').select('contacts.id')
  return ContactPair.query()
    .where('contact_pairs.state', 'open')
    .whereIn('first_id', mergeable())
    .whereIn('second_id', mergeable())
}

/** One page of them: one query, and one that counts. */
export async function likelyPairs(actor: Actor, after?: unknown): Promise<PairPage> {
  const query = pairsFor(actor)
  const counting = query.clone().count('*').as('total')
  const place = placeFrom(after)
  if (place) query.whereRaw('(score, contact_pairs.id) < (?, ?::uuid)', place)
  const found = await query
    .joinRaw('join contacts as first on first.id = first_id')
    .joinRaw('join contacts as second on second.id = second_id')
    .select('contact_pairs.id', 'score', 'reasons', counting)
    .select(query.client.raw(`${side('first')}, ${side('second')}`))
    .orderByRaw('score desc, contact_pairs.id desc')
    .limit(PAGE + 1)
    .pojo<LikelyPair & { total: number }>()
  const pairs = found.slice(0, PAGE)
  const last = pairs.at(-1)
  return {
    pairs,
    total: found[0]?.total ?? 0,
    next: found.length > PAGE && last ? `${last.score}.${last.id}` : null,
  }
}

/** A pair, open or dismissed, if both are within the actor's reach. */
export async function pairInReach(actor: Actor, id: string): Promise<ContactPair | null> {
  const mergeable = () => Contact.reachableBy(actor, 'contacts.merge').select('contacts.id')
  return ContactPair.query()
    .where('id', id)
    .whereIn('first_id', mergeable())
    .whereIn('second_id', mergeable())
    .first()
}

/** The contacts to which this one is likely the same. */
export async function likelyFor(actor: Actor, id: string): Promise<LikelyPair[]> {
  const query = pairsFor(actor).where((either) =>
    either.where('first_id', id).orWhere('second_id', id)
  )
  return query
    .joinRaw('join contacts as first on first.id = first_id')
    .joinRaw('join contacts as second on second.id = second_id')
    .select('contact_pairs.id', 'score', 'reasons')
    .select(query.client.raw(`${side('first')}, ${side('second')}`))
    .orderByRaw('score desc, contact_pairs.id')
    .limit(5)
    .pojo<LikelyPair>()
}

function side(name: 'first' | 'second'): string {
  return `json_build_object('id', "${name}".id, 'name', "${name}".name, 'phone', "${name}".primary_phone,
    'email', "${name}".primary_email, 'city', "${name}".city, 'company', "${name}".company_name) as "${name}"`
}

function placeFrom(after: unknown): [number, string] | null {
  const [score, id] = typeof after === 'string' ? after.split('.') : []
  return /^\d{1,3}$/.test(score ?? '') && isUuid(id) ? [Number(score), id] : null
}
