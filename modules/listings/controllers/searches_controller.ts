import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { removeSearch, saveSearch } from '../actions/save_search.ts'
import SavedSearch from '../models/saved_search.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { searchForm, searchView, searchesView } from '../presenters/search_view.ts'
import { ownSearch } from '../reaching.ts'
import { searchValidator } from '../validators/search.ts'

const HOME = '/app/listings/searches'

/** What somebody keeps looking for, for themselves or for a client. */
export default class SearchesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const searches = await searchesView(ctx)
    return ctx.view.render('listings::pages/searches/index', { searches })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    return ctx.view.render('listings::pages/searches/form', { form: await searchForm(ctx, null) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const draft = await ctx.request.validateUsing(searchValidator, inMarket(ctx))
    return this.#answer(ctx, await saveSearch(new SavedSearch(), draft))
  }

  async show(ctx: HttpContext) {
    const search = await ownSearch(ctx)
    return ctx.view.render('listings::pages/searches/show', await searchView(ctx, search))
  }

  async edit(ctx: HttpContext) {
    const form = await searchForm(ctx, await ownSearch(ctx))
    return ctx.view.render('listings::pages/searches/form', { form })
  }

  async update(ctx: HttpContext) {
    const search = await ownSearch(ctx)
    const draft = await ctx.request.validateUsing(searchValidator, inMarket(ctx))
    return this.#answer(ctx, await saveSearch(search, draft))
  }

  async destroy(ctx: HttpContext) {
    const search = await ownSearch(ctx)
    await removeSearch(search)
    ctx.session.flash('notice', 'listings.alerts.removed')
    return ctx.response.redirect().toPath(HOME)
  }

  #answer(ctx: HttpContext, result: Awaited<ReturnType<typeof saveSearch>>) {
    if (result.ok) {
      ctx.session.flash('notice', 'listings.alerts.saved')
      return ctx.response.redirect().toPath(`${HOME}/${result.value.id}`)
    }
    const isStale = result.reason === 'stale'
    const key = isStale ? 'listings.refused.stale' : 'listings.alerts.unknown_contact'
    return refuse(ctx, isStale ? { status: 409, key } : { status: 422, key, field: 'contactEmail' })
  }
}
