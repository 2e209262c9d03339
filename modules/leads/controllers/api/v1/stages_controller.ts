import type { HttpContext } from '@adonisjs/core/http'
import { answerPage } from '#kernel/api/answers'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiStage } from '../../../presenters/api_parts.ts'
import { pipelineStages } from '../../../queries/pipeline_stages.ts'

/** The stages of the agency's pipeline, each with the status that it stands for. */
export default class StagesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('viewAny')
    answerPage(ctx, { data: (await pipelineStages()).map(apiStage), next: null })
  }
}
