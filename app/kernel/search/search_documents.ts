import { unitSql } from '#kernel/tenancy/sql'
import type { SearchDocument, SearchProvider } from './search_provider.ts'
import { wordsOf } from './search_words.ts'

/** Writes these records' documents anew in the open unit; those that are gone are taken out. */
export async function renewDocuments(provider: SearchProvider, subjectIds: string[]) {
  if (subjectIds.length === 0) return
  const documents = await provider.documents(subjectIds)
  const present = new Set(documents.map((document) => document.subjectId))
  const gone = subjectIds.filter((id) => !present.has(id))
  if (gone.length > 0) await takeOut(provider.subjectType, gone)
  if (documents.length > 0) await write(documents)
}

async function takeOut(subjectType: string, subjectIds: string[]): Promise<void> {
  await unitSql(
    'delete from search_documents where subject_type = ? and subject_id = any(?::uuid[])',
    [subjectType, subjectIds]
  )
}

async function write(documents: SearchDocument[]): Promise<void> {
  await unitSql(
    `insert into search_documents as known (subject_type, subject_id, title, detail, body, trigrams, permission, owner_id, team_id)
     select "subjectType", "subjectId", title, detail,
            setweight(to_tsvector('simple', unaccent(heading)), 'A') || setweight(to_tsvector('simple', unaccent(tokens)), 'B'),
            lower(unaccent(title || ' ' || words)), permission, "ownerId", "teamId"
       from jsonb_to_recordset(?::jsonb) as d("subjectType" text, "subjectId" uuid, title text, detail text, words text,
            heading text, tokens text, permission text, "ownerId" uuid, "teamId" uuid)
     on conflict (subject_type, subject_id) do update
       set title = excluded.title, detail = excluded.detail, body = excluded.body, trigrams = excluded.trigrams,
           permission = excluded.permission, owner_id = excluded.owner_id, team_id = excluded.team_id, updated_at = now()`,
    [JSON.stringify(documents.map(withTokens))]
  )
}

function withTokens(document: SearchDocument) {
  return {
    ...document,
    heading: wordsOf(document.title).join(' '),
    tokens: wordsOf(document.words).join(' '),
  }
}
