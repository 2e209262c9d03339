import { unitSql } from '#kernel/tenancy/sql'

const LONGEST = 40

/** Tags as they are kept: one spelling each, no blanks around, nothing twice. */
export function tidyTags(words: readonly (string | null)[]): string[] {
  const tags = new Map<string, string>()
  for (const word of words.flatMap((one) => (one ?? '').split(','))) {
    const tag = Array.from(word.replaceAll(/\s+/g, ' ').trim()).slice(0, LONGEST).join('').trim()
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
  }
  return [...tags.values()]
}

/** Puts tags on many records at once. A tag that nobody has used comes into being. */
export async function tagRecords(
  subjectType: string,
  subjectIds: readonly string[],
  names: readonly string[]
): Promise<void> {
  const tags = tidyTags(names)
  if (tags.length === 0 || subjectIds.length === 0) return
  // Ordered, so that two who tag at once cannot wait for each other.
  await unitSql(
    `with wanted as (
       insert into tags (name) select name from unnest(?::text[]) as name order by lower(name)
       on conflict (lower(name)) do update set updated_at = now() returning id)
     insert into taggings (tag_id, subject_type, subject_id)
     select wanted.id, ?, subject.id from wanted cross join unnest(?::uuid[]) as subject(id)
     on conflict do nothing`,
    [tags, subjectType, subjectIds]
  )
}

/** Takes tags off many records at once. */
export async function untagRecords(
  subjectType: string,
  subjectIds: readonly string[],
  names: readonly string[]
): Promise<void> {
  const tags = tidyTags(names).map((name) => name.toLowerCase())
  await unitSql(
    `delete from taggings using tags
      where tags.id = taggings.tag_id and lower(tags.name) = any(?::text[])
        and taggings.subject_type = ? and taggings.subject_id = any(?::uuid[])`,
    [tags, subjectType, subjectIds]
  )
}

/** Leaves exactly these tags on one record. */
export async function retagRecord(
  subjectType: string,
  subjectId: string,
  names: readonly string[]
): Promise<void> {
  const tags = tidyTags(names)
  await unitSql(
    `delete from taggings using tags
      where tags.id = taggings.tag_id and lower(tags.name) <> all(?::text[])
        and taggings.subject_type = ? and taggings.subject_id = ?`,
    [tags.map((name) => name.toLowerCase()), subjectType, subjectId]
  )
  await tagRecords(subjectType, [subjectId], tags)
}
