import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { claimVersion } from '#kernel/models/versioned'
import { moveStage } from '../actions/save_stage.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { placeValidator } from '../validators/rule.ts'
import { stageAt } from './stages_controller.ts'

/** Where a stage stands among all. */
export default class StagePlacesController {
  async update(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const stage = await stageAt(ctx)
    const { to, version } = await ctx.request.validateUsing(placeValidator, inMarket(ctx))
    if (!(await claimVersion(stage, version)))
      return refuse(ctx, { status: 409, key: 'leads.stages.stale' })
    await moveStage(stage, to)
    return ctx.response.redirect().toPath('/app/settings/lead-stages')
  }
}
