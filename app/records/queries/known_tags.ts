import Tag from '../models/tag.ts'

/** The agency's tags, the most recently used ones where there are very many. */
export async function knownTags(limit = 200): Promise<string[]> {
  const tags = await Tag.query().select('name').orderBy('updated_at', 'desc').limit(limit)
  return tags.map(({ name }) => name).sort((one, other) => one.localeCompare(other))
}
