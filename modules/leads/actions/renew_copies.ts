import { interactionKinds } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'

/**
 * Renews what lists show of the timeline: the first answer, the last contact, the next open
 * action. Tells which leads lost their only answer.
 */
export async function renewTimelineCopies(ids: readonly string[]): Promise<string[]> {
  const { rows } = await unitSql<{ id: string; unanswered: boolean }>(
    `update leads set (first_responded_at, last_touched_at, next_action_on) = (
       select min(happened_at) filter (where kind = any(?::text[])),
              max(happened_at) filter (where kind = any(?::text[])),
              min(next_action_on) filter (where next_action_done_at is null)
         from timeline_entries
        where subject_type = 'lead' and subject_id = leads.id and deleted_at is null)
      where id = any(?::uuid[])
      returning id, old.first_responded_at is not null and new.first_responded_at is null as unanswered`,
    [interactionKinds, interactionKinds, ids]
  )
  return rows.filter(({ unanswered }) => unanswered).map(({ id }) => id)
}

/** Renews the tags that lists show. */
export async function renewTagCopies(ids: readonly string[]): Promise<void> {
  await unitSql(
    `update leads set updated_at = now(), tag_names = array(
       select tags.name from taggings join tags on tags.id = taggings.tag_id
        where taggings.subject_type = 'lead' and taggings.subject_id = leads.id
        order by lower(tags.name))
      where id = any(?::uuid[])`,
    [ids]
  )
}
