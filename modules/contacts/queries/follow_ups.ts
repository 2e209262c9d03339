import { daysAfter, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import type { Channel, Consent } from '../contact_words.ts'
import Contact from '../models/contact.ts'

export interface FollowUp {
  entry_id: string
  next_action: string
  next_action_on: string
  details: string
  id: string
  name: string
  primary_phone: string | null
  primary_email: string | null
  consent: Partial<Record<Channel, Consent>>
  owner_id: string | null
  owner_name: string | null
  team_id: string | null
}

interface Wish {
  /** Only the actor's own contacts. */
  mine: boolean
  /** How many days ahead to look; 0 is today. */
  ahead: number
  limit: number
}

/** What waits to be done with contacts within reach: own ones first, then by day. */
export async function followUps(actor: Actor, { mine, ahead, limit }: Wish): Promise<FollowUp[]> {
  const query = Contact.reachableBy(actor, 'contacts.view')
    .joinRaw(
      `join timeline_entries as entry on entry.subject_type = 'contact' and entry.subject_id = contacts.id`
    )
    .joinRaw('left join members as owner on owner.id = contacts.owner_id')
    .where('contacts.status', 'active')
    .whereRaw('entry.deleted_at is null and entry.next_action_done_at is null')
    .where('entry.next_action_on', '<=', daysAfter(today(unit().tenant.timeZone), ahead))
  if (mine) query.where('contacts.owner_id', actor.id)
  return query
    .orderByRaw('(contacts.owner_id is not distinct from ?) desc', [actor.id])
    .orderByRaw('entry.next_action_on, entry.id')
    .select(...columns)
    .limit(limit)
    .pojo<FollowUp>()
}

const columns = [
  'entry.id as entry_id',
  'entry.next_action',
  'entry.next_action_on',
  'entry.details',
  'contacts.id',
  'contacts.name',
  'contacts.primary_phone',
  'contacts.primary_email',
  'contacts.consent',
  'contacts.owner_id',
  'contacts.team_id',
  'owner.name as owner_name',
]
