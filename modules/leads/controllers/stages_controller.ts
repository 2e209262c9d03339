import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { removeStage, saveStage } from '../actions/save_stage.ts'
import PipelineStage from '../models/pipeline_stage.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { stageChoices, stagesView } from '../presenters/stages_view.ts'
import { stageRemovalValidator, stageValidator } from '../validators/stage.ts'

const HOME = '/app/settings/lead-stages'

/** The columns of the agency's pipeline. */
export default class StagesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const stages = await stagesView(ctx)
    return ctx.view.render('leads::pages/stages/index', { stages, choices: stageChoices(ctx) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    return this.#save(ctx, null)
  }

  async edit(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const stage = await stageAt(ctx)
    return ctx.view.render('leads::pages/stages/edit', { stage, choices: stageChoices(ctx) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    return this.#save(ctx, await stageAt(ctx))
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('rule')
    const stage = await stageAt(ctx)
    const { to } = await ctx.request.validateUsing(stageRemovalValidator, inMarket(ctx))
    const result = await removeStage(stage, to ?? null)
    if (!result.ok) {
      const { reason, facts } = result
      return refuse(ctx, { status: 409, key: `leads.stages.${reason}`, facts })
    }
    ctx.session.flash('notice', 'leads.stages.removed')
    return ctx.response.redirect().toPath(HOME)
  }

  async #save(ctx: HttpContext, stage: PipelineStage | null) {
    const draft = await ctx.request.validateUsing(stageValidator, inMarket(ctx))
    const result = await saveStage(stage, draft, draft.version ?? 0)
    if (!result.ok) return refuse(ctx, { status: 409, key: 'leads.stages.stale' })
    ctx.session.flash('notice', 'leads.stages.saved')
    return ctx.response.redirect().toPath(HOME)
  }
}

export async function stageAt({ params }: HttpContext): Promise<PipelineStage> {
  const id = params.stage_id ?? params.id
  const stage = isUuid(id) ? await PipelineStage.find(id) : null
  if (!stage) throw new NotHere()
  return stage
}
