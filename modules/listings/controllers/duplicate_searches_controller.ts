import type { HttpContext } from '@adonisjs/core/http'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import ListingPolicy from '../policies/listing_policy.ts'

/** All listings are looked through for duplicates, in the background. */
export default class DuplicateSearchesController {
  async store({ bouncer, response }: HttpContext) {
    await bouncer.with(ListingPolicy).authorize('mergeAny')
    await duplicateSearch.request()
    return response.redirect().toPath('/app/listings/duplicates')
  }
}
