import { unitSql } from '#kernel/tenancy/sql'
import type { Condition } from './reach_sql.ts'
import type { Sought } from './search_words.ts'

export interface Found {
  subjectType: string
  subjectId: string
  title: string
  detail: string
}

export interface Bounds {
  types: string[]
  reach: Condition
  limit: number
}

/**
 * A word that stands in every record must not make the search weigh every record: of each way of
 * finding, no more than this many are compared.
 */
const COMPARED = 400

const COLUMNS = 'subject_type as "subjectType", subject_id as "subjectId", title, detail'

/** Titles that are what was typed, then those that begin so, then by how well the words fit. */
export async function findWords(sought: Sought, { types, reach, limit }: Bounds) {
  const { rows } = await unitSql<Found>(
    `with sought as (select lower(unaccent(?)) as whole, to_tsquery('simple', unaccent(?)) as in_title,
                            to_tsquery('simple', unaccent(?)) as anywhere, ?::text as digits),
          visible as not materialized (select * from search_documents where subject_type = any(?) and ${reach.sql}),
          compared as (
            (select id from visible, sought where body @@ in_title limit ${COMPARED}) union
            (select id from visible, sought where body @@ anywhere limit ${COMPARED}) union
            (select id from visible, sought where trigrams like '%' || digits || '%' limit ${COMPARED}))
     select ${COLUMNS} from search_documents join compared using (id), sought
      order by case when lower(unaccent(title)) = whole then 0 when starts_with(lower(unaccent(title)), whole) then 1 else 2 end,
               ts_rank(body, anywhere) desc, title, subject_id
      limit ?`,
    [sought.whole, sought.inTitle, sought.beginnings, sought.digits, types, ...reach.values, limit]
  )
  return rows
}

/** Records of which some part looks like what was typed: for slips of the pen. */
export async function findAlike({ whole }: Sought, { types, reach, limit }: Bounds) {
  const { rows } = await unitSql<Found>(
    `with sought as (select lower(unaccent(?)) as whole),
          compared as (select * from search_documents, sought
                        where subject_type = any(?) and ${reach.sql} and whole <% trigrams limit ${COMPARED})
     select ${COLUMNS} from compared order by word_similarity(whole, trigrams) desc, title, subject_id limit ?`,
    [whole, types, ...reach.values, limit]
  )
  return rows
}
