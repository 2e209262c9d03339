import type { HttpContext } from '@adonisjs/core/http'
import { AgencyClosed, ModuleOff, NotHere, SignInFirst } from '#kernel/http/errors'
import { openUnit } from '#kernel/http/open_unit'
import { guardSurface } from '#kernel/http/surface'
import { brandOf } from './brand.ts'
import { shellFor } from './shell.ts'
import { type StaffBouncer, staffBouncer } from './staff_bouncer.ts'
import { type StaffEntry, staffEntry } from './staff_directory.ts'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    staff: StaffEntry
    bouncer: StaffBouncer
  }
}

/** The workspace: an agency's host, a member of its staff, a module that is on, a unit of work. */
guardSurface('workspace', async (ctx, next, { module }) => {
  if (!ctx.tenant) throw new NotHere()
  ctx.view.share({ brand: brandOf(ctx.tenant) })
  if (['suspended', 'closing'].includes(ctx.tenant.status)) throw new AgencyClosed()
  ctx.staff = await signedInStaff(ctx)
  ctx.bouncer = staffBouncer(ctx.staff.actor)
  ctx.view.share({ shell: await shellFor(ctx), bouncer: ctx.bouncer.edgeHelpers.bouncer })
  if (module && !ctx.tenant.modules.has(module)) throw new ModuleOff(module)
  await openUnit(ctx, ctx.staff.actor, next)
})

async function signedInStaff(ctx: HttpContext): Promise<StaffEntry> {
  const guard = ctx.auth.use('staff')
  if (!(await guard.check())) throw new SignInFirst()
  const staff = await staffEntry(ctx.tenant!, guard.user!.id)
  if (!staff) throw new SignInFirst()
  return staff
}
