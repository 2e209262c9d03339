import type { HttpContext } from '@adonisjs/core/http'
import { NotHere, SignInFirst } from '#kernel/http/errors'
import { guardSurface } from '#kernel/http/surface'
import config from '#config/tenancy'
import { catchesLetters } from '#kernel/mail/letters'

/** Pages of the operators' host that need no sign-in. */
const OPEN = ['/login', '/password']

guardSurface('platform', async (_ctx, next) => next())

guardSurface('site', async (ctx, next) => {
  if (!ctx.tenant) throw new NotHere()
  return next()
})

guardSurface('console', async (ctx, next) => {
  if (ctx.request.hostname() !== config.consoleDomain) throw new NotHere()
  if (!isOpen(ctx) && !(await ctx.auth.use('console').check())) throw new SignInFirst()
  return next()
})

function isOpen(ctx: HttpContext): boolean {
  const path = ctx.request.url()
  return OPEN.some((start) => path.startsWith(start)) || (catchesLetters() && path.startsWith('/mailbox'))
}
