import type { HttpContext } from '@adonisjs/core/http'
import type Listing from '../models/listing.ts'
import { differences, listingInWords } from '../queries/listing_in_words.ts'
import { askedFields } from './listing_form.ts'

/** Where what was typed differs from what somebody else saved meanwhile. */
export async function conflictsWith(ctx: HttpContext, theirs: Listing, mine: Listing) {
  const fields = await askedFields()
  await theirs.load('property')
  const saved = await listingInWords(theirs, fields)
  const typed = await listingInWords(mine, fields)
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
