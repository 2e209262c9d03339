import type { HttpContext } from '@adonisjs/core/http'
import { resumeBulkWork } from '#app/bulk_works'
import { refused } from '#kernel/result/result'
import { type ImportDesk, homeOf } from '../import_desk.ts'
import { latestRehearsal, latestUndoing } from '../import_works.ts'
import { importInReach } from '../in_reach.ts'
import { refuseAct } from '../refusing.ts'

/** Going on with what got stuck or failed: the import, its check or its undoing. */
export default class ImportContinuationsController {
  constructor(private readonly desk: ImportDesk) {}

  async store(ctx: HttpContext) {
    const { lists } = this.desk
    const work = await importInReach(ctx, lists)
    const side = work.isDraft ? await latestRehearsal(work) : await latestUndoing(work)
    const resumed = (side && (await resumeBulkWork(side))) || (await resumeBulkWork(work))
    if (!resumed) return refuseAct(ctx, lists, refused('not_stuck'))
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }
}
