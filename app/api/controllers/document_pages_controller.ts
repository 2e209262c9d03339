import type { HttpContext } from '@adonisjs/core/http'
import { documentOf } from '../document/document_of.ts'
import { documentPage } from '../document/document_page.ts'

/** The document as a page, made here: it needs no script and nothing of anybody else's. */
export default class DocumentPagesController {
  async show({ i18n, tenant, view }: HttpContext) {
    const document = await documentOf(tenant!, i18n)
    return view.render('pages/api/document', { document, page: documentPage(document) })
  }
}
