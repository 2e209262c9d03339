import type { HttpContext } from '@adonisjs/core/http'
import { requestDuplicateSearch } from '../actions/request_duplicate_search.ts'
import ListingPolicy from '../policies/listing_policy.ts'

/** All listings are looked through for duplicates, in the background. */
export default class DuplicateSearchesController {
  async store({ bouncer, response }: HttpContext) {
    await bouncer.with(ListingPolicy).authorize('mergeAny')
    await requestDuplicateSearch()
    return response.redirect().toPath('/app/listings/duplicates')
  }
}
