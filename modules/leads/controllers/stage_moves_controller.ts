import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { MoveToStage } from '../actions/move_to_stage.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { boardView } from '../presenters/board_view.ts'
import { illegalStep } from '../presenters/steps.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'
import { leadInReach } from '../reaching.ts'
import { stageMoveValidator } from '../validators/steps.ts'

/** A card of the board comes into another column. */
export default class StageMovesController {
  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { column, version } = await ctx.request.validateUsing(stageMoveValidator, inMarket(ctx))
    const stages = await pipelineStages()
    const stage = stages.find(({ id }) => id === column)
    if (!stage) return refuse(ctx, { status: 422, key: 'leads.refused.no_such_stage' })

    const result = await new MoveToStage().handle(lead, { stage, stages, version })
    if (!result.ok && result.reason === 'illegal_step')
      return refuse(ctx, illegalStep(ctx, lead.status))
    if (!result.ok) return refuse(ctx, { status: 409, key: `leads.refused.${result.reason}` })
    if (ctx.request.wantsFragment())
      return ctx.view.render('leads::partials/board', { board: await boardView(ctx) })
    return ctx.response.redirect().withQs().toPath('/app/leads/board')
  }
}
