import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { UndoImport } from '../actions/undo_import.ts'
import { importInReach } from '../imports/in_reach.ts'

/** Taking back what an import did. */
export default class ImportUndoingsController {
  async store(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const undoing = await new UndoImport().handle(work)
    if (!undoing.ok)
      return refuse(ctx, {
        status: 409,
        key: `contacts.import.refused.${undoing.reason}`,
        facts: undoing.facts,
      })
    return ctx.response.redirect().toPath(`/app/contacts/imports/${work.id}`)
  }
}
