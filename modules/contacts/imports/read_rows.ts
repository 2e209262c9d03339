import { tidyTags } from '#app/records'
import type { RowProblem } from '../importing/contact_draft.ts'
import type { ListRow } from '#app/imports'
import type { ColumnMapping } from '../importing/contact_fields.ts'
import { contactDrafter } from '../importing/draft_contact.ts'
import { typeCustom, type CustomRules } from './type_custom.ts'
import type { TypedDraft } from './known_contact.ts'

/** A row of the list and what it says; `draft` is null where it says nothing of anybody. */
export interface ReadRow {
  row: ListRow
  draft: TypedDraft | null
  problems: RowProblem[]
}

/** Makes a reader for the rows of one list. */
export function rowReader(mapping: ColumnMapping, rules: CustomRules): (row: ListRow) => ReadRow {
  const drafted = contactDrafter(mapping, rules.market)
  return (row) => {
    const { draft, problems } = drafted(row)
    if (!draft) return { row, draft, problems }
    const typed = typeCustom({ ...draft, tags: tidyTags(draft.tags) }, row.line, rules)
    return { row, draft: typed.draft, problems: [...problems, ...typed.problems] }
  }
}
