import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type Listing from '../models/listing.ts'

type Query = ModelQueryBuilderContract<typeof Listing, unknown>

/**
 * Every word must be found, slips of the finger allowed: in title, reference, address or
 * description. As an array, so that what was found leads to the listings, whatever the planner
 * thinks of the word.
 */
export function narrowToWords(query: Query, typed: string): void {
  const words = typed.toLowerCase().replaceAll(/^"|"$/g, '').split(' ').filter(Boolean)
  for (const word of words.slice(0, 8)) {
    const [listing, property] = [matching('search_text', word), matching('found.search_text', word)]
    const described = matching('lower(description)', word)
    const of = ({ sql }: Matching, column: string, from: string) =>
      `select ${column} from ${from} where ${sql}`
    query.whereRaw(
      `listings.id = any(array(${of(listing, 'id', 'listings')}
         union all ${of(described, 'id', 'listings')}
         union all ${of(property, 'other.id', 'properties as found join listings as other on other.property_id = found.id')}))`,
      [...listing.values, ...described.values, ...property.values]
    )
  }
}

interface Matching {
  sql: string
  values: string[]
}

/** As it was typed or, for a word that is long enough to be known again, nearly so; by the trigrams' index. */
function matching(column: string, word: string): Matching {
  const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
  if (!/^\p{L}{4,}$/u.test(word)) return { sql: `${column} like ?`, values: [like] }
  return { sql: `(${column} like ? or ${column} operator(ext.%>) ?)`, values: [like, word] }
}
