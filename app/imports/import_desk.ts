import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import type { StartListImport } from './actions/start_import.ts'
import type { DraftChanges } from './actions/save_import_draft.ts'
import type { ListKind } from './list_kind.ts'

/**
 * Where the lists of one module come in. Addresses, route names, views, words and the permission
 * begin with the module's name, as the name of its kind of list does.
 */
export interface ImportDesk {
  lists: ListKind
  /** Where the records stand that an import brought. */
  newOnes(work: BulkWork): string
  /** Records that an undoing left, as somebody had changed them since. */
  kept(importId: string): Promise<{ name: string; href: string }[]>
  /** What was sent for an import, as its draft keeps it; null where the one who is to look after the records is out of reach. */
  draftFrom(ctx: HttpContext, work: BulkWork): Promise<DraftChanges | null>
  /** Everything that the page shows on which an import is set up. */
  presentDraft(ctx: HttpContext, work: BulkWork): Promise<object>
  start: StartListImport<string>
}

/** Where the imports of this kind stand: `/app/contacts/imports`. */
export function homeOf({ lists }: Pick<ImportDesk, 'lists'>): string {
  return `/app/${lists.name.replace('.import', '/imports')}`
}
