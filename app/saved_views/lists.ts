import type { HttpContext } from '@adonisjs/core/http'
import { type RecordSubject, subjectsOf } from '#app/records'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import SavedView from './models/saved_view.ts'

/** The kind of records that such a list shows, for one who may see it: else 404, then 403. */
export function listNamed({ staff, tenant }: HttpContext, room: unknown): RecordSubject {
  const subject = subjectsOf(tenant!.modules).find((one) => one.room === room)
  if (!subject) throw new NotHere()
  const { view } = subject.permissions
  if (!staff.actor.can(view)) throw new Forbidden(view)
  return subject
}

/** The one list that the address names, or all that this person may see. */
export function listsAsked(ctx: HttpContext): RecordSubject[] {
  const { list } = ctx.request.qs()
  if (list !== undefined) return [listNamed(ctx, list)]
  const { actor } = ctx.staff
  return subjectsOf(ctx.tenant!.modules).filter(({ permissions }) => actor.can(permissions.view))
}

/** The view that the address names, if it stands on this person's list. */
export async function viewInReach(ctx: HttpContext): Promise<SavedView> {
  const id = ctx.params.view_id ?? ctx.params.id
  const view = isUuid(id) ? await SavedView.seenBy(ctx.staff.actor).where('id', id).first() : null
  if (!view) throw new NotHere()
  listNamed(ctx, view.list)
  return view
}

export async function viewToChange(ctx: HttpContext): Promise<SavedView> {
  const view = await viewInReach(ctx)
  requireChange(ctx, view)
  return view
}

/** A view that was deleted, for one who could change it. */
export async function deletedView(ctx: HttpContext): Promise<SavedView> {
  const { staff, params } = ctx
  const { view_id: id } = params
  if (!isUuid(id)) throw new NotHere()
  const view = await SavedView.withDeleted().where('id', id).whereNotNull('deleted_at').first()
  if (!view || (!view.isShared && view.ownerId !== staff.actor.id)) throw new NotHere()
  listNamed(ctx, view.list)
  requireChange(ctx, view)
  return view
}

function requireChange({ staff }: HttpContext, view: SavedView): void {
  if (!view.mayBeChangedBy(staff.actor)) throw new Forbidden('views.share')
}
