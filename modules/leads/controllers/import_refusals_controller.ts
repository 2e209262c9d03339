import type { HttpContext } from '@adonisjs/core/http'
import { attachmentNamed } from '#app/bulk_works'
import { draftFacts, refusedRowsAsCsv } from '#app/imports'
import { importInReach } from '../imports/in_reach.ts'

/** The rows that an import refused, to be mended and imported again. */
export default class ImportRefusalsController {
  async index(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const list = draftFacts(work).fileName.replace(/\.[^.]*$/, '')
    const name = ctx.i18n.t('leads.import.refused_file', { list })
    ctx.response.header('content-type', 'text/csv; charset=utf-8')
    ctx.response.header('content-disposition', attachmentNamed(name))
    ctx.response.header('cache-control', 'private, no-store')
    return ctx.response.send(await refusedRowsAsCsv(work, 'lead_import_rows', ctx.i18n))
  }
}
