import { done, refused } from '#kernel/result/result'
import Listing from '../models/listing.ts'
import ListingCategory from '../models/listing_category.ts'

interface CategoryDraft {
  name: string
  position?: number | null
  version?: number | null
}

/** Writes a category down; no two are called the same. */
export async function saveCategory(category: ListingCategory | null, draft: CategoryDraft) {
  const { name } = draft
  const other = await ListingCategory.query()
    .whereRaw('lower(name) = lower(?)', [name])
    .if(category, (query) => query.whereNot('id', category!.id))
    .first()
  if (other) return refused('name_taken')
  const position = draft.position ?? category?.position ?? 0
  if (!category) return done(await ListingCategory.create({ name, position }))
  category.merge({ name, position })
  return (await category.saveSeen(draft.version ?? 0)) ? done(category) : refused('stale')
}

/** Takes a category away that no listing is in. */
export async function removeCategory(category: ListingCategory) {
  const [{ count }] = await Listing.withDeleted()
    .where('categoryId', category.id)
    .count('* as count')
    .pojo<{ count: number }>()
  if (count > 0) return refused('in_use', { count })
  await category.delete()
  return done(category)
}
