import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork } from '#app/bulk_works'
import { RehearseImport } from '../actions/rehearse_import.ts'
import { SaveImportDraft } from '../actions/save_import_draft.ts'
import { type ImportDesk, homeOf } from '../import_desk.ts'
import { latestRehearsal } from '../import_works.ts'
import { importInReach } from '../in_reach.ts'
import { refuseAct, refuseOwner } from '../refusing.ts'

/** Seeing what an import would do. */
export default class ImportRehearsalsController {
  constructor(private readonly desk: ImportDesk) {}

  async store(ctx: HttpContext) {
    const { lists } = this.desk
    const work = await importInReach(ctx, lists)
    const changes = await this.desk.draftFrom(ctx, work)
    if (!changes) return refuseOwner(ctx, lists)
    await new SaveImportDraft().handle(work, changes)
    const rehearsal = await new RehearseImport().handle(work)
    if (!rehearsal.ok) return refuseAct(ctx, lists, rehearsal)
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await importInReach(ctx, this.desk.lists)
    const rehearsal = await latestRehearsal(work)
    if (rehearsal) await cancelBulkWork(rehearsal)
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}/edit`)
  }
}
