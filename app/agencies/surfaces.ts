import type { HttpContext } from '@adonisjs/core/http'
import edge from 'edge.js'
import config from '#config/tenancy'
import { brandOf, toastsOf } from '#app/members'
import { AgencyClosed, ModuleOff, NotHere, SignInFirst } from '#kernel/http/errors'
import { guardSurface } from '#kernel/http/surface'
import { catchesLetters } from '#kernel/mail/letters'
import { consoleShell } from './console_shell.ts'
import { enterSite } from './enter_site.ts'

// A page of an agency's host that is not there wears its face, too, though no surface was entered.
edge.global('brandOf', brandOf)

/** Pages of the operators' host that need no sign-in. */
const OPEN = ['/login', '/password/']

guardSurface('platform', async (ctx, next) => {
  // Providers that tell us something have no session, and see no page.
  if (ctx.request.wantsProblem()) return next()
  ctx.view.share({ toasts: toastsOf(ctx) })
  return next()
})

guardSurface('site', async (ctx, next, { module }) => {
  enterAgency(ctx, module)
  return module ? enterSite(ctx, next) : next()
})

guardSurface('portal', async (ctx, next, { module }) => {
  enterAgency(ctx, module)
  return next()
})

guardSurface('console', async (ctx, next) => {
  if (ctx.request.hostname() !== config.consoleDomain) throw new NotHere()
  const isSignedIn = await ctx.auth.use('console').check()
  if (!isSignedIn && !isOpen(ctx)) throw new SignInFirst()
  ctx.view.share({ desk: consoleShell(ctx), toasts: toastsOf(ctx) })
  return next()
})

/** An agency's pages for people outside: its face, its open doors, and the modules that are on. */
function enterAgency(ctx: HttpContext, module?: string): void {
  const { tenant } = ctx
  if (!tenant) throw new NotHere()
  ctx.view.share({ brand: brandOf(tenant), toasts: toastsOf(ctx) })
  if (['suspended', 'closing'].includes(tenant.status)) throw new AgencyClosed()
  if (module && !tenant.modules.has(module)) throw new ModuleOff(module)
}

function isOpen(ctx: HttpContext): boolean {
  const path = ctx.request.url()
  const isMailbox = path === '/mailbox' || path.startsWith('/mailbox/')
  return OPEN.some((start) => path.startsWith(start)) || (catchesLetters() && isMailbox)
}
