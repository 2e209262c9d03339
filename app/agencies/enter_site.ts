import type { HttpContext } from '@adonisjs/core/http'
import { openUnit } from '#kernel/http/open_unit'
import { visitorActor } from '#kernel/tenancy/actor'
import { rememberArrival } from './arrivals.ts'

/** Opens the unit of work in which a page of the public site is made. */
export function enterSite(ctx: HttpContext, next: () => Promise<unknown>): Promise<void> {
  rememberArrival(ctx)
  return openUnit(ctx, visitorActor, next)
}
