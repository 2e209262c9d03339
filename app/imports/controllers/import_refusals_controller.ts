import type { HttpContext } from '@adonisjs/core/http'
import { attachmentNamed } from '#kernel/http/attachment_named'
import { draftFacts } from '../draft_facts.ts'
import type { ImportDesk } from '../import_desk.ts'
import { importInReach } from '../in_reach.ts'
import { refusedRowsAsCsv } from '../lists/refused_rows.ts'

/** The rows that an import refused, to be mended and imported again. */
export default class ImportRefusalsController {
  constructor(private readonly desk: ImportDesk) {}

  async index(ctx: HttpContext) {
    const { lists } = this.desk
    const work = await importInReach(ctx, lists)
    const list = draftFacts(work).fileName.replace(/\.[^.]*$/, '')
    const name = ctx.i18n.t(`${lists.name}.refused_file`, { list })
    ctx.response.header('content-type', 'text/csv; charset=utf-8')
    ctx.response.header('content-disposition', attachmentNamed(name))
    ctx.response.header('cache-control', 'private, no-store')
    return ctx.response.send(await refusedRowsAsCsv(work, lists, ctx.i18n))
  }
}
