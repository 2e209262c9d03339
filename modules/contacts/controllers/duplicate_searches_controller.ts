import type { HttpContext } from '@adonisjs/core/http'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import ContactPolicy from '../policies/contact_policy.ts'

/** All contacts are looked through for duplicates, in the background. */
export default class DuplicateSearchesController {
  async store({ bouncer, response }: HttpContext) {
    await bouncer.with(ContactPolicy).authorize('mergeAny')
    await duplicateSearch.request()
    return response.redirect().toPath('/app/contacts/duplicates')
  }
}
