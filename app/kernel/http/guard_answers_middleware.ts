import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { cspFactory, frameGuardFactory, hstsFactory, noSniffFactory } from '@adonisjs/shield/guards'
import { answers } from '#config/shield'

const guards = [
  cspFactory(answers.csp),
  frameGuardFactory(answers.xFrame),
  hstsFactory(answers.hsts),
  noSniffFactory(answers.contentTypeSniffing),
]

/** Nothing is kept by anybody unless the answer says so itself, as assets do. */
const headers = {
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** For every answer, also for those that no route gives: errors, unknown hosts, assets, health. */
export default class GuardAnswersMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    for (const guard of guards) await guard(ctx)
    for (const [name, value] of Object.entries(headers)) ctx.response.header(name, value)
    return next()
  }
}
