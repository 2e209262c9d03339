import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { type CustomField, customFieldsOf, knownTags } from '#app/records'
import { presentReading } from '#app/imports'
import { marketPack } from '#kernel/markets/packs'
import { drafterMapping } from './column_choices.ts'
import { columnOptions } from './column_options.ts'
import { mayLeaveOpen } from './draft_from.ts'
import type { ImportFacts } from './import_options.ts'
import { PREVIEW_COLUMNS, previewOf } from './present_preview.ts'
import { rowReader } from './read_rows.ts'
import { Staff } from './staff.ts'

/** Everything that the page shows on which an import is set up. */
export async function presentDraft(ctx: HttpContext, work: BulkWork) {
  const facts = work.facts as unknown as ImportFacts
  const fields = await customFieldsOf('contact')
  return {
    work,
    facts,
    action: `/app/contacts/imports/${work.id}`,
    words: work.kind,
    ...presentReading(work),
    choices: columnOptions(ctx, fields),
    owners: (await Staff.within(ctx.staff.actor)).colleagues,
    mayLeaveOpen: mayLeaveOpen(ctx),
    knownTags: await knownTags(),
    preview: preview(ctx, facts, fields),
    previewColumns: PREVIEW_COLUMNS,
  }
}

function preview(ctx: HttpContext, facts: ImportFacts, fields: CustomField[]) {
  const market = marketPack(ctx.tenant!.market)
  const read = rowReader(drafterMapping(facts), { fields, market })
  return previewOf(ctx, facts.sample.map(read))
}
