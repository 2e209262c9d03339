import type { HttpContext } from '@adonisjs/core/http'
import { momentOf } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { DateTime } from 'luxon'
import AgencyPolicy from '../policies/agency_policy.ts'
import { planOffers } from '../queries/plan_offers.ts'

/** What the agency has, until when, and what else there is. */
export default class PlansController {
  async show({ bouncer, tenant, view }: HttpContext) {
    await bouncer.with(AgencyPolicy).authorize('manageModules')
    const pack = marketPack(tenant!.market)
    const isTrial = tenant!.trialEndsAt !== null && tenant!.trialEndsAt.getTime() > Date.now()
    const offers = await planOffers(pack)
    return view.render('pages/agencies/plan', {
      offers,
      current: offers.find((offer) => offer.key === tenant!.plan),
      methods: pack.paymentMethods,
      trialEnd: isTrial ? momentOf(DateTime.fromJSDate(tenant!.trialEndsAt!), tenant!) : null,
    })
  }
}
