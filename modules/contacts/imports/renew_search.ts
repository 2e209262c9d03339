import { renewDocuments } from '#kernel/search/search_documents'
import contactSearch from '../search.ts'
import type { Judgement } from './judgement.ts'

/** Makes the contacts that a step wrote findable in the same unit: nobody hears of each one by an event. */
export async function renewSearch(judgements: Judgement[]): Promise<void> {
  const written = judgements.filter(({ deed }) => deed === 'created' || deed === 'updated')
  const ids = new Set(written.flatMap(({ contact }) => contact?.id ?? []))
  await renewDocuments(contactSearch, [...ids])
}
