import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { type CustomField, customFieldsOf, knownTags } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { SEPARATORS } from '../validators/import.ts'
import { drafterMapping } from './column_choices.ts'
import { columnOptions } from './column_options.ts'
import { mayLeaveOpen } from './draft_from.ts'
import type { ImportFacts } from './import_options.ts'
import { PREVIEW_COLUMNS, previewOf } from './present_preview.ts'
import { rowReader } from './read_rows.ts'
import { Staff } from './staff.ts'

const SAMPLES = 3
const ENCODINGS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
]

/** Everything that the page shows on which an import is set up. */
export async function presentDraft(ctx: HttpContext, work: BulkWork) {
  const facts = work.facts as unknown as ImportFacts
  const fields = await customFieldsOf('contact')
  return {
    work,
    facts,
    action: `/app/contacts/imports/${work.id}`,
    columns: columnsOf(facts),
    choices: columnOptions(ctx, fields),
    owners: (await Staff.within(ctx.staff.actor)).colleagues,
    mayLeaveOpen: mayLeaveOpen(ctx),
    knownTags: await knownTags(),
    encodings: [...new Set([facts.encoding ?? 'UTF-8', ...ENCODINGS])],
    separators: Object.keys(SEPARATORS),
    separator: separatorName(facts),
    preview: preview(ctx, facts, fields),
    previewColumns: PREVIEW_COLUMNS,
  }
}

function separatorName({ separator }: ImportFacts): string | undefined {
  return Object.entries(SEPARATORS).find(([, mark]) => mark === separator)?.[0]
}

/** Each column with what stands in its first filled cells. */
function columnsOf({ columns, sample, mapping }: ImportFacts) {
  return columns.map((column, index) => ({
    name: `columns[c${index}]`,
    label: column,
    choice: mapping[column],
    samples: [...new Set(sample.map(({ cells }) => (cells[column] ?? '').trim()))]
      .filter(Boolean)
      .slice(0, SAMPLES)
      .map((text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)),
  }))
}

function preview(ctx: HttpContext, facts: ImportFacts, fields: CustomField[]) {
  const market = marketPack(ctx.tenant!.market)
  const read = rowReader(drafterMapping(facts), { fields, market })
  return previewOf(ctx, facts.sample.map(read))
}
