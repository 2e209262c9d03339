import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { inOrder, presentReading } from '#app/imports'
import { staffForMenus } from '#app/members'
import { rowReader } from '../importing/draft_listing.ts'
import { type ColumnMapping, LISTING_FIELDS } from '../importing/listing_fields.ts'
import { dealTypes, propertyTypes } from '../listing_words.ts'
import { assignable } from '../queries/colleagues.ts'
import { EXISTING, type ImportFacts } from './import_options.ts'
import { PREVIEW_COLUMNS, previewOf } from './present_preview.ts'
import { localMarket } from '../local_market.ts'

/** Everything that the page shows on which an import is set up. */
export async function presentDraft(ctx: HttpContext, work: BulkWork) {
  const facts = work.facts as unknown as ImportFacts
  const { actor } = ctx.staff
  const read = rowReader(inOrder(facts) as ColumnMapping, await localMarket())
  const { colleagues } = await staffForMenus()
  return {
    work,
    facts,
    words: work.kind,
    action: `/app/listings/imports/${work.id}`,
    ...presentReading(work),
    choices: columnOptions(ctx),
    agents: actor.can('listings.assign')
      ? assignable(actor, colleagues)
      : colleagues.filter(({ id }) => id === actor.id),
    mayLeaveOpen: actor.reachOf('listings.assign') === 'all',
    types: propertyTypes,
    dealTypes,
    existing: EXISTING,
    preview: previewOf(ctx, facts.sample.map(read)),
    previewColumns: PREVIEW_COLUMNS,
  }
}

function columnOptions({ i18n }: HttpContext) {
  return ['ignore', ...LISTING_FIELDS].map((field) => ({
    value: field,
    text: i18n.t(`listings.import.fields.${field}`),
  }))
}
