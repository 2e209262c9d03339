import type { HttpContext } from '@adonisjs/core/http'
import { arrivalOf } from '#app/agencies'
import { addressOf, doors, knock } from '#app/identity'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { fieldErrors } from '#kernel/http/field_errors'
import { type Listing, listingPath, publicListingAt, sitePage } from '#modules/listings'
import { TakeEnquiry } from '../../actions/take_enquiry.ts'
import { factsOf, faultOf } from '../../judging_enquiries.ts'
import { type Message, enquiryAgain, enquiryPage } from '../../presenters/enquiry_page.ts'
import { enquiryValidator } from '../../validators/enquiry.ts'

/** What people ask of the agency on its public site. */
export default class EnquiriesController {
  async create(ctx: HttpContext) {
    return enquiryPage(ctx, await listingAsked(ctx))
  }

  async store(ctx: HttpContext) {
    const { request } = ctx
    await knock(doors.enquiry, `${ctx.tenant!.id} ${addressOf(ctx)}`)
    const listing = await listingAsked(ctx)
    // Only programs see this field: they are thanked, and that is all.
    if (request.input('topic')) return this.#thank(ctx, listing)

    // A box that is not ticked sends nothing.
    const typed = { ...request.all(), consent: request.input('consent') ?? 'no' }
    const [error, said] = await enquiryValidator.tryValidate(typed, inMarket(ctx))
    if (error) return this.#refuse(ctx, listing, error.messages)
    const fault = faultOf(said, request.input('stamp'))
    if (fault) return this.#refuse(ctx, listing, [{ ...fault, message: ctx.i18n.t(fault.key) }])

    await new TakeEnquiry().handle({ ...factsOf(said), listing, arrival: arrivalOf(ctx) })
    return this.#thank(ctx, listing)
  }

  /** The page after sending. */
  async show(ctx: HttpContext) {
    const listing = await listingAsked(ctx)
    const title = ctx.i18n.t('leads.enquiry.thanks.title')
    const page = sitePage(ctx, { title, description: title, path: '/', unlisted: true })
    const back = listing && { title: listing.title, url: listingPath(listing) }
    return ctx.view.render('leads::pages/site/thanks', { page, title, back })
  }

  #thank({ response }: HttpContext, listing: Listing | null) {
    const about = listing ? `?listing=${encodeURIComponent(listing.reference)}` : ''
    return response.redirect().toPath(`/enquiries/thanks${about}`)
  }

  #refuse(ctx: HttpContext, listing: Listing | null, messages: Message[]) {
    if (ctx.request.wantsFragment()) return fieldErrors(ctx, messages)
    return enquiryAgain(ctx, listing, messages)
  }
}

/** The public listing that a form is about; nobody asks about one that they may not see. */
async function listingAsked({ request }: HttpContext): Promise<Listing | null> {
  const reference = request.input('listing')
  if (reference === undefined || reference === null || reference === '') return null
  const listing = typeof reference === 'string' ? await publicListingAt(reference) : null
  if (!listing) throw new NotHere()
  return listing
}
