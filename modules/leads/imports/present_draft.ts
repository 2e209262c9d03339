import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { presentReading, withFieldsToBe } from '#app/imports'
import { staffForMenus } from '#app/members'
import type { CustomField } from '#app/records'
import { type ColumnMapping, LEAD_FIELDS } from '../importing/lead_fields.ts'
import { listRules } from '../importing/list_rules.ts'
import { listedLeads, rowReader } from '../importing/listed_leads.ts'
import { leadSources } from '../lead_words.ts'
import { assignable } from '../queries/assignable.ts'
import type { ImportFacts } from './import_options.ts'
import { PREVIEW_COLUMNS, previewOf } from './present_preview.ts'

/** Everything that the page shows on which an import is set up. */
export async function presentDraft(ctx: HttpContext, work: BulkWork) {
  const facts = work.facts as unknown as ImportFacts
  const read = rowReader(withFieldsToBe(facts) as ColumnMapping)
  const rules = await listRules(facts)
  const rows = listedLeads(facts.sample.map(read), rules)
  return {
    work,
    facts,
    words: work.kind,
    action: `/app/leads/imports/${work.id}`,
    ...presentReading(work),
    choices: columnOptions(ctx, rules.fields),
    agents: await agentsFor(ctx),
    sources: leadSources,
    preview: previewOf(ctx, rows, rules.fields),
    previewColumns: PREVIEW_COLUMNS,
  }
}

async function agentsFor({ staff: { actor } }: HttpContext) {
  const { colleagues } = await staffForMenus()
  return actor.can('leads.assign')
    ? assignable(actor, colleagues)
    : colleagues.filter(({ id }) => id === actor.id)
}

/** The choices for a column; those of the agency's own fields, as far as there are such, stand apart. */
function columnOptions({ i18n, staff }: HttpContext, fields: CustomField[]) {
  const made = fields.filter(({ $isPersisted: isMade }) => isMade)
  const said = (field: string) => i18n.t(`leads.import.fields.${field}`)
  const [known, own] = ['known_fields', 'own_fields'].map((group) =>
    i18n.t(`leads.import.${group}`)
  )
  return [
    { value: 'ignore', text: said('ignore') },
    ...LEAD_FIELDS.map((field) => ({ value: field, text: said(field), group: known })),
    ...made.map(({ key, label }) => ({ value: `custom:${key}`, text: label, group: own })),
    ...(staff.actor.can('agency.manage')
      ? [{ value: 'new', text: i18n.t('leads.import.new_field'), group: own }]
      : []),
  ]
}
