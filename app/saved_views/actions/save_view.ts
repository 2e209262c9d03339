import { currentActor } from '#kernel/tenancy/tenancy'
import { listQuery } from '../list_query.ts'
import SavedView from '../models/saved_view.ts'

interface ViewDraft {
  list: string
  name: string
  query?: string | null
  isShared: boolean
}

/** Keeps an address under a name; one's own view of that name is then this address. */
export async function saveView({ list, name, query, isShared }: ViewDraft): Promise<SavedView> {
  const ownerId = currentActor().id
  const facts = { list, name, isShared, query: listQuery(query ?? ''), ownerId }
  const known = await SavedView.query()
    .where({ list, ownerId, isShared })
    .whereRaw('lower(name) = lower(?)', [name])
    .first()
  if (known) return known.merge({ ...facts, version: known.version + 1 }).save()
  return SavedView.create({ ...facts, position: await nextPosition(list) })
}

/** Behind all that are there. */
async function nextPosition(list: string): Promise<number> {
  const last = await SavedView.query().where({ list }).orderBy('position', 'desc').first()
  return (last?.position ?? 0) + 1
}
