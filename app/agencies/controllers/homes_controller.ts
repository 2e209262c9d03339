import type { HttpContext } from '@adonisjs/core/http'
import { manifests } from '#kernel/modules/module_registry'
import { MARKET_KEYS, marketPack } from '#kernel/markets/packs'
import { planOffers } from '../queries/plan_offers.ts'

/** The apex: what Freehold is, what it costs in each market. */
export default class HomesController {
  async show({ request, view }: HttpContext) {
    const markets = MARKET_KEYS.map(marketPack)
    const market = markets.find((pack) => pack.key === request.input('market')) ?? marketPack('US')
    const offers = await planOffers(market)
    return view.render('pages/platform/home', { offers, market, markets, manifests })
  }
}
