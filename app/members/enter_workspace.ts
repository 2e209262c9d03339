import type { HttpContext } from '@adonisjs/core/http'
import { Bouncer } from '@adonisjs/bouncer'
import { ModuleOff, NotHere, SignInFirst } from '#kernel/http/errors'
import { openUnit } from '#kernel/http/open_unit'
import { guardSurface } from '#kernel/http/surface'
import { type StaffEntry, staffEntry } from './staff_directory.ts'
import { shellFor } from './shell.ts'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    staff: StaffEntry
    bouncer: Bouncer<StaffEntry['actor']>
  }
}

/** The workspace: an agency's host, a member of its staff, a module that is on, a unit of work. */
guardSurface('workspace', async (ctx, next, { module }) => {
  if (!ctx.tenant) throw new NotHere()
  const staff = await signedInStaff(ctx)
  ctx.staff = staff
  ctx.bouncer = new Bouncer(() => staff.actor)
  if ('view' in ctx) ctx.view.share({ shell: shellFor(ctx, staff), bouncer: ctx.bouncer.edgeHelpers.bouncer })
  if (module && !ctx.tenant.modules.has(module)) throw new ModuleOff(module)
  await openUnit(ctx, staff.actor, next)
})

async function signedInStaff(ctx: HttpContext): Promise<StaffEntry> {
  const guard = ctx.auth.use('staff')
  if (!(await guard.check())) throw new SignInFirst()
  const staff = await staffEntry(ctx.tenant!, guard.user!.id)
  if (!staff) throw new SignInFirst()
  return staff
}
