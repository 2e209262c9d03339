import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#kernel/api/answers'
import { asked } from '#kernel/api/sent'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiStatistics } from '../../../presenters/api_statistics.ts'
import { statisticsQuestion } from '../../../validators/api_lead.ts'

/** What came in and what became of it, as far as the key reaches. */
export default class StatisticsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('viewAny')
    const { days } = await ctx.request.validateUsing(statisticsQuestion, asked(ctx))
    answer(ctx, await apiStatistics(ctx.staff.actor, days ?? 90))
  }
}
