import type { HttpContext } from '@adonisjs/core/http'
import { UndoListImport } from '../actions/undo_import.ts'
import { type ImportDesk, homeOf } from '../import_desk.ts'
import { importInReach } from '../in_reach.ts'
import { refuseAct } from '../refusing.ts'

/** Taking back what an import did. */
export default class ImportUndoingsController {
  constructor(private readonly desk: ImportDesk) {}

  async store(ctx: HttpContext) {
    const { lists } = this.desk
    const work = await importInReach(ctx, lists)
    const undoing = await new UndoListImport(lists).handle(work)
    if (!undoing.ok) return refuseAct(ctx, lists, undoing)
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }
}
