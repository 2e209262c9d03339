import type { Actor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import Lead from '../models/lead.ts'
import LeadPair from '../models/lead_pair.ts'

const MOST = 50

/**
 * Looks anew for leads that these may be the same as: the same number, address or place, or the
 * same name in the same town. What somebody dismissed stays so. Each set is led by an index.
 */
export async function keepPairs(ids: readonly string[]): Promise<void> {
  await unitSql(
    `delete from lead_pairs where state = 'open' and (first_id = any(?::uuid[]) or second_id = any(?::uuid[]))`,
    [ids, ids]
  )
  await unitSql(KEEP, [ids])
}

const KEEP = `
with mine as materialized (select * from leads where id = any(?::uuid[]) and deleted_at is null),
found as (
  select mine.id as one, theirs.id as other, 'phone' as reason from mine join leads as theirs
      on theirs.phone = mine.phone and theirs.id <> mine.id and theirs.deleted_at is null
  union select mine.id, theirs.id, 'email' from mine join leads as theirs
      on theirs.email = mine.email and theirs.id <> mine.id and theirs.deleted_at is null
  union select mine.id, theirs.id, 'address' from mine join leads as theirs
      on lower(theirs.address ->> 'line') = lower(mine.address ->> 'line') and theirs.id <> mine.id and theirs.deleted_at is null
     and theirs.address ->> 'line' is not null and theirs.city is not distinct from mine.city
  union select mine.id, theirs.id, 'name' from mine join leads as theirs
      on lower(theirs.name) = lower(mine.name) and theirs.id <> mine.id and theirs.deleted_at is null
     and theirs.city = mine.city)
insert into lead_pairs (first_id, second_id, reasons)
select least(one, other), greatest(one, other), array_agg(distinct reason) from found group by 1, 2 order by 1, 2
on conflict (first_id, second_id) do update set reasons = excluded.reasons, updated_at = now()
 where lead_pairs.state = 'open'`

export async function dismissPair(one: string, other: string): Promise<void> {
  const [first, second] = [one, other].toSorted()
  await unitSql(
    `insert into lead_pairs (first_id, second_id, reasons, state) values (?, ?, '{}', 'dismissed')
     on conflict (first_id, second_id) do update set state = 'dismissed', updated_at = now()`,
    [first, second]
  )
}

/** Open pairs of which the actor may work on both, the newest first. */
export async function openPairs(actor: Actor): Promise<LeadPair[]> {
  return pairsOf(actor).where('state', 'open').orderBy('id', 'desc').limit(MOST)
}

export async function pairInReach(actor: Actor, id: string): Promise<LeadPair | null> {
  return pairsOf(actor).where('id', id).first()
}

function pairsOf(actor: Actor) {
  const workable = () => Lead.reachableBy(actor, 'leads.update').select('leads.id')
  return LeadPair.query().whereIn('first_id', workable()).whereIn('second_id', workable())
}

/** Leads within reach of the same number or address that are open still. */
export async function sameLeads(
  actor: Actor,
  { phone, email }: { phone?: string | null; email?: string | null }
): Promise<Lead[]> {
  if (!phone && !email) return []
  return Lead.reachableBy(actor, 'leads.view')
    .whereNotIn('status', ['converted', 'lost'])
    .where((either) => {
      if (phone) either.orWhere('phone', phone)
      if (email) either.orWhere('email', email)
    })
    .orderBy('createdAt')
    .limit(5)
}
