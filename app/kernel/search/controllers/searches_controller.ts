import type { HttpContext } from '@adonisjs/core/http'
import { currentActor } from '#kernel/tenancy/tenancy'
import { search } from '../search.ts'

const IN_PALETTE = 12
const ON_PAGE = 60

/** What the palette and the search page find. */
export default class SearchesController {
  async index({ request, view }: HttpContext) {
    const { q, as } = request.qs()
    const typed = typeof q === 'string' ? q : ''
    const isPalette = as === 'palette'
    const groups = await search(currentActor(), typed, { limit: isPalette ? IN_PALETTE : ON_PAGE })
    return view.render(isPalette ? 'pages/search/palette' : 'pages/search/index', {
      groups,
      typed: typed.trim(),
    })
  }
}
