import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import { knownPlaces } from '#kernel/places/known_places'
import { isUuid } from '#kernel/tenancy/names'
import { removePlace, savePlace } from '../actions/save_place.ts'
import ListingPlace from '../models/listing_place.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { pointMap } from '../presenters/point_map.ts'
import { ownPlaces } from '../queries/own_places.ts'
import { placeValidator } from '../validators/place.ts'

const HOME = '/app/settings/listing-places'

/** Places that the market does not bring, and the agency knows. */
export default class PlacesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    const places = await ownPlaces()
    return ctx.view.render('listings::pages/places/index', { places, ...(await formFor(ctx)) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    return this.#save(ctx, null, 'added')
  }

  async edit(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    const place = await placeAt(ctx)
    return ctx.view.render('listings::pages/places/edit', { place, ...(await formFor(ctx)) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    return this.#save(ctx, await placeAt(ctx), 'changed')
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    await removePlace(await placeAt(ctx))
    return home(ctx, 'removed')
  }

  async #save(ctx: HttpContext, place: ListingPlace | null, said: string) {
    const draft = await ctx.request.validateUsing(placeValidator, inMarket(ctx))
    const result = await savePlace(place, draft)
    if (result.ok) return home(ctx, said)
    const key = `listings.places.${result.reason}`
    if (result.reason === 'stale') return refuse(ctx, { status: 409, key })
    return refuse(ctx, { status: 422, key, facts: result.facts, field: 'name' })
  }
}

/** What the form offers besides what is typed: cities, and a map to point on. */
async function formFor(ctx: HttpContext) {
  const fields = { latitude: 'latitude', longitude: 'longitude', within: ['city'] }
  return { cities: citiesFor(ctx), pointMap: pointMap(ctx, fields, await knownPlaces()) }
}

/** The cities that the market knows, to choose from. */
function citiesFor({ tenant }: HttpContext): string[] {
  const { market } = tenant!
  const all = [...citiesOf(market), ...localitiesOf(market)].map(({ city }) => city)
  return [...new Set(all)].sort((one, other) => one.localeCompare(other))
}

async function placeAt({ params }: HttpContext): Promise<ListingPlace> {
  const place = isUuid(params.id) ? await ListingPlace.find(params.id) : null
  if (!place) throw new NotHere()
  return place
}

function home(ctx: HttpContext, said: string) {
  ctx.session.flash('notice', `listings.places.${said}`)
  return ctx.response.redirect().toPath(HOME)
}
