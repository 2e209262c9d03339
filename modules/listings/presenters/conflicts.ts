import type { HttpContext } from '@adonisjs/core/http'
import { type ListingDraft, pointsOf } from '../listing_draft.ts'
import type Listing from '../models/listing.ts'
import { listingInWords, differences } from '../queries/listing_in_words.ts'
import { askedFields } from './listing_form.ts'

/** Where what was typed differs from what somebody else saved meanwhile. */
export async function conflictsWith(
  ctx: HttpContext,
  theirs: Listing,
  { mine, draft }: { mine: Listing; draft: ListingDraft }
) {
  const fields = await askedFields()
  await theirs.load('points')
  const saved = await listingInWords(theirs, theirs.points, fields)
  const typed = await listingInWords(mine, pointsOf(draft), fields)
  return differences(saved, typed).map(({ field, from, to, words }) => ({
    label: ctx.i18n.t(field, {}, field),
    theirs: said(ctx, from, words),
    mine: said(ctx, to, words),
  }))
}

function said({ i18n }: HttpContext, text: string | null, words: string | undefined) {
  if (text === null || words === undefined) return text
  return text
    .split(', ')
    .map((key) => i18n.t(`${words}.${key}`))
    .join(', ')
}
