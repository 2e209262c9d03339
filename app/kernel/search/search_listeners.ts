import type { HeardEvent, Listener, LongRun } from '#kernel/events/listener'
import type { ModuleManifest } from '#kernel/modules/manifest'
import { renewDocuments } from './search_documents.ts'
import type { NextChanged, SearchProvider } from './search_provider.ts'

const PAGE = 500

/** One listener for each event that a searchable module tells. */
export async function searchListeners(manifest: ModuleManifest): Promise<Listener[]> {
  const { name, search, events } = manifest
  if (!search) return []
  const { default: provider } = await search()
  return (events?.tells ?? []).map((event) => {
    const names = { event, name: `${name}.renew_search_on_${event.split('.').at(-1)}` }
    const next = provider.changedInBulk?.[event]
    if (next) return { ...names, kind: 'job', handle: renewMany(provider, next) }
    const handle = (heard: HeardEvent) => renewDocuments(provider, provider.changedBy(heard))
    return { ...names, kind: 'unit', handle }
  })
}

/** Page by page, from the beginning when it is tried again: writing a document twice does no harm. */
function renewMany(provider: SearchProvider, next: NextChanged) {
  return async (event: HeardEvent, run: LongRun) => {
    let last: string | null = null
    do {
      const page: string[] = await run.inUnit(async () => {
        const ids = await next(event, last, PAGE)
        await renewDocuments(provider, ids)
        return ids
      })
      last = page.at(-1) ?? null
    } while (last !== null)
  }
}
