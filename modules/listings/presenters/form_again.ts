import type { HttpContext } from '@adonisjs/core/http'
import { ReadOnlyValuesStore } from '@adonisjs/session'
import type Listing from '../models/listing.ts'
import { listingForm } from './listing_form.ts'

interface Hindrance {
  /** What others saved meanwhile, beside what was typed. */
  conflicts: { label: string; theirs: string | null; mine: string | null }[]
}

/** 409: the form once more, with what was typed, and what stands in its way. */
export async function formAgain(ctx: HttpContext, listing: Listing | null, hindrance: Hindrance) {
  ctx.response.status(409)
  if (ctx.request.wantsFragment())
    return ctx.view.render('listings::partials/hindrance', { ...hindrance, listing, oob: true })

  ctx.view.share({
    flashMessages: new ReadOnlyValuesStore({ ...ctx.request.all(), inputErrorsBag: {} }),
  })
  const form = await listingForm(ctx, listing)
  const page = listing ? 'listings::pages/listings/edit' : 'listings::pages/listings/create'
  return ctx.view.render(page, { form, ...hindrance })
}
