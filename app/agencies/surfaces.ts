import type { HttpContext } from '@adonisjs/core/http'
import config from '#config/tenancy'
import { brandOf } from '#app/members'
import { NotHere, SignInFirst } from '#kernel/http/errors'
import { guardSurface } from '#kernel/http/surface'
import { catchesLetters } from '#kernel/mail/letters'
import { consoleShell } from './console_shell.ts'

/** Pages of the operators' host that need no sign-in. */
const OPEN = ['/login', '/password']

guardSurface('platform', async (_ctx, next) => next())

guardSurface('site', async (ctx, next) => {
  shareBrand(ctx)
  return next()
})

guardSurface('portal', async (ctx, next) => {
  shareBrand(ctx)
  return next()
})

guardSurface('console', async (ctx, next) => {
  if (ctx.request.hostname() !== config.consoleDomain) throw new NotHere()
  const isSignedIn = await ctx.auth.use('console').check()
  if (!isSignedIn && !isOpen(ctx)) throw new SignInFirst()
  ctx.view.share({ desk: consoleShell(ctx) })
  return next()
})

function shareBrand(ctx: HttpContext): void {
  if (!ctx.tenant) throw new NotHere()
  ctx.view.share({ brand: brandOf(ctx.tenant) })
}

function isOpen(ctx: HttpContext): boolean {
  const path = ctx.request.url()
  const isMailbox = path === '/mailbox' || path.startsWith('/mailbox/')
  return OPEN.some((start) => path.startsWith(start)) || (catchesLetters() && isMailbox)
}
