import { unitSql } from '#kernel/tenancy/sql'

/** The tags of one record, by their names. */
export async function tagsOf(subjectType: string, subjectId: string): Promise<string[]> {
  const { rows } = await unitSql<{ name: string }>(
    `select tags.name from taggings join tags on tags.id = taggings.tag_id
      where taggings.subject_type = ? and taggings.subject_id = ? order by lower(tags.name)`,
    [subjectType, subjectId]
  )
  return rows.map(({ name }) => name)
}
