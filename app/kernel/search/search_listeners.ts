import type { HeardEvent, UnitListener } from '#kernel/events/listener'
import type { ModuleManifest } from '#kernel/modules/manifest'
import { renewDocuments } from './search_documents.ts'

/** One listener for each event that a searchable module tells. */
export function searchListeners({ name, search, events }: ModuleManifest): UnitListener[] {
  if (!search) return []
  return (events?.tells ?? []).map((event) => ({
    kind: 'unit',
    event,
    name: `${name}.renew_search_on_${event.split('.').at(-1)}`,
    async handle(heard: HeardEvent) {
      const { default: provider } = await search()
      await renewDocuments(provider, provider.changedBy(heard))
    },
  }))
}
