import type { HttpContext } from '@adonisjs/core/http'
import { originOf } from '#app/identity'
import { documentOf } from '../document/document_of.ts'
import { documentPage } from '../document/document_page.ts'

/** The document as a page, made here: it needs no script and nothing of anybody else's. */
export default class DocumentPagesController {
  async show(ctx: HttpContext) {
    const document = await documentOf(ctx.tenant!, ctx.i18n)
    // In the demo there is a port, and no TLS.
    const base = `${originOf(ctx, ctx.tenant!.host)}/api/v1`
    return ctx.view.render('pages/api/document', { document, base, page: documentPage(document) })
  }
}
