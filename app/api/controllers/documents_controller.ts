import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#kernel/api/answers'
import { documentOf } from '../document/document_of.ts'

/** The OpenAPI document, for tools. */
export default class DocumentsController {
  async show(ctx: HttpContext) {
    answer(ctx, await documentOf(ctx.tenant!, ctx.i18n))
  }
}
