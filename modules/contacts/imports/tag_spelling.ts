import { unitSql } from '#kernel/tenancy/sql'
import type { ReadRow } from './read_rows.ts'

/** The rows with their tags as the agency spells them; of a new tag, the first spelling counts. */
export async function spellTags(rows: ReadRow[], tags: string[]): Promise<SpelledTags> {
  const words = [...tags, ...rows.flatMap(({ draft }) => draft?.tags ?? [])]
  const spellings = new Map<string, string>()
  for (const word of words.toReversed()) spellings.set(word.toLowerCase(), word)
  for (const name of await knownSpellings([...spellings.keys()]))
    spellings.set(name.toLowerCase(), name)

  const spelled = (some: string[]) => some.map((tag) => spellings.get(tag.toLowerCase()) ?? tag)
  const spelledRows = rows.map((row) =>
    row.draft ? { ...row, draft: { ...row.draft, tags: spelled(row.draft.tags) } } : row
  )
  return { rows: spelledRows, tags: spelled(tags) }
}

export interface SpelledTags {
  rows: ReadRow[]
  tags: string[]
}

async function knownSpellings(words: string[]): Promise<string[]> {
  if (words.length === 0) return []
  const { rows } = await unitSql<{ name: string }>(
    'select name from tags where lower(name) = any(?::text[])',
    [words]
  )
  return rows.map(({ name }) => name)
}
