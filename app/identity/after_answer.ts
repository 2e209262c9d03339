import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy/tenancy'

/**
 * Does `work` once the answer is out, outside any unit: letters, and whatever would make the
 * answer slower for a person we know than for one we do not.
 */
export function afterAnswer(ctx: HttpContext, work: () => Promise<unknown>): void {
  ctx.response.onFinish(() =>
    tenancy.leave(() => {
      work().catch((error) => ctx.logger.error({ err: error }, 'after the answer'))
    })
  )
}
