import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { removeCategory, saveCategory } from '../actions/save_category.ts'
import ListingCategory from '../models/listing_category.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { categoryValidator } from '../validators/settings.ts'

const HOME = '/app/settings/listings'

/** How the agency itself sorts its listings. */
export default class CategoriesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    const draft = await ctx.request.validateUsing(categoryValidator, inMarket(ctx))
    const result = await saveCategory(null, draft)
    return result.ok ? home(ctx, 'added') : this.#refuse(ctx, result)
  }

  async edit(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    const category = await categoryAt(ctx)
    return ctx.view.render('listings::pages/categories/edit', { category })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    const category = await categoryAt(ctx)
    const draft = await ctx.request.validateUsing(categoryValidator, inMarket(ctx))
    const result = await saveCategory(category, draft)
    return result.ok ? home(ctx, 'changed') : this.#refuse(ctx, result)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('configure')
    const result = await removeCategory(await categoryAt(ctx))
    return result.ok ? home(ctx, 'removed') : this.#refuse(ctx, result)
  }

  #refuse(
    ctx: HttpContext,
    { reason, facts }: { reason: string; facts: Record<string, string | number | string[]> }
  ) {
    const status = reason === 'name_taken' ? 422 : 409
    const field = reason === 'name_taken' ? 'name' : undefined
    return refuse(ctx, { status, key: `listings.categories.${reason}`, facts, field })
  }
}

async function categoryAt({ params }: HttpContext): Promise<ListingCategory> {
  const category = isUuid(params.id) ? await ListingCategory.find(params.id) : null
  if (!category) throw new NotHere()
  return category
}

function home(ctx: HttpContext, said: string) {
  ctx.session.flash('notice', `listings.categories.${said}`)
  return ctx.response.redirect().toPath(HOME)
}
