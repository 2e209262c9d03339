import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { inOrder, presentReading } from '#app/imports'
import { staffForMenus } from '#app/members'
import { unit } from '#kernel/tenancy/tenancy'
import { type ColumnMapping, LEAD_FIELDS } from '../importing/lead_fields.ts'
import { listedLeads, rowReader } from '../importing/listed_leads.ts'
import { leadSources } from '../lead_words.ts'
import { assignable } from '../queries/assignable.ts'
import type { ImportFacts } from './import_options.ts'
import { PREVIEW_COLUMNS, previewOf } from './present_preview.ts'

/** Everything that the page shows on which an import is set up. */
export async function presentDraft(ctx: HttpContext, work: BulkWork) {
  const facts = work.facts as unknown as ImportFacts
  const read = rowReader(inOrder(facts) as ColumnMapping)
  const rows = listedLeads(facts.sample.map(read), facts.options.source, unit().tenant)
  return {
    work,
    facts,
    words: work.kind,
    action: `/app/leads/imports/${work.id}`,
    ...presentReading(work),
    choices: columnOptions(ctx),
    agents: await agentsFor(ctx),
    sources: leadSources,
    preview: previewOf(ctx, rows),
    previewColumns: PREVIEW_COLUMNS,
  }
}

async function agentsFor({ staff: { actor } }: HttpContext) {
  const { colleagues } = await staffForMenus()
  return actor.can('leads.assign')
    ? assignable(actor, colleagues)
    : colleagues.filter(({ id }) => id === actor.id)
}

function columnOptions({ i18n }: HttpContext) {
  return ['ignore', ...LEAD_FIELDS].map((field) => ({
    value: field,
    text: i18n.t(`leads.import.fields.${field}`),
  }))
}
