import type { HttpContext } from '@adonisjs/core/http'
import { RereadImport } from '../actions/reread_import.ts'
import { type ImportDesk, homeOf } from '../import_desk.ts'
import { importInReach } from '../in_reach.ts'
import { refuseList } from '../refusing.ts'
import { SEPARATORS, importReadingValidator } from '../validators/reading.ts'

/** How a list is read: its encoding and its separator. */
export default class ImportReadingsController {
  constructor(private readonly desk: ImportDesk) {}

  async update(ctx: HttpContext) {
    const { lists } = this.desk
    const work = await importInReach(ctx, lists)
    const { encoding, separator } = await ctx.request.validateUsing(importReadingValidator)
    const mark = separator && SEPARATORS[separator]
    const read = await new RereadImport(lists).handle(work, { encoding, separator: mark })
    if (!read.ok) return refuseList(ctx, lists, { ...read, field: 'encoding' })
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}/edit`)
  }
}
