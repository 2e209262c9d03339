import type { HttpContext } from '@adonisjs/core/http'
import { ReadOnlyValuesStore } from '@adonisjs/session'
import { stampAge } from '#kernel/http/form_stamp'
import { type Listing, listingPath, sitePage } from '#modules/listings'
import { type EnquiryKind, enquiryKinds } from '../enquiry.ts'

export interface Message {
  field: string
  message: string
}

/** The page with one form of the site, empty or as somebody filled it. */
export async function enquiryPage(ctx: HttpContext, listing: Listing | null) {
  const { i18n, request } = ctx
  const kind = enquiryKindIn(request.input('kind'))
  const title = i18n.t(`leads.enquiry.${listing ? 'of_listing' : 'of_agency'}.${kind}`)
  const page = sitePage(ctx, {
    title,
    description: i18n.t('leads.enquiry.description', { agency: ctx.tenant!.name }),
    path: '/enquiries/create',
    unlisted: true,
  })
  const about = listing && { title: listing.title, url: listingPath(listing) }
  return ctx.view.render('leads::pages/site/enquiry', { page, title, kind, listing, about })
}

/** 422: the form once more, with what was typed, and beside each field what is wrong with it. */
export async function enquiryAgain(ctx: HttpContext, listing: Listing | null, messages: Message[]) {
  const typed = ctx.request.all()
  const inputErrorsBag = Object.fromEntries(
    messages.toReversed().map(({ field, message }) => [field, [message]])
  )
  // Whoever only has to mend a field need not wait again.
  const stamp = stampAge(typed.stamp) === null ? undefined : String(typed.stamp)
  const form = `enquiry-${enquiryKindIn(typed.kind)}`
  ctx.view.share({
    stamp,
    flashMessages: new ReadOnlyValuesStore({ ...typed, _form: form, inputErrorsBag }),
  })
  ctx.response.status(422)
  return enquiryPage(ctx, listing)
}

function enquiryKindIn(typed: unknown): EnquiryKind {
  return enquiryKinds.find((kind) => kind === typed) ?? 'question'
}
