import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { issueKey } from '../actions/issue_key.ts'
import { revokeKey } from '../actions/revoke_key.ts'
import { keyForm } from '../key_form.ts'
import { keyRows } from '../key_rows.ts'
import KeyPolicy from '../policies/key_policy.ts'
import { keyInReach } from '../queries/keys_of_agency.ts'
import { keyValidator } from '../validators/key.ts'

/** Keys with which programs act for a person of the agency. */
export default class KeysController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(KeyPolicy).authorize('create')
    return ctx.view.render('pages/api/keys', { keys: await keyRows(ctx) })
  }

  async create({ bouncer, staff, view }: HttpContext) {
    await bouncer.with(KeyPolicy).authorize('create')
    return view.render('pages/api/key_form', keyForm(staff.actor))
  }

  /** The answer shows the key: it is kept nowhere from which another page could take it. */
  async store({ bouncer, request, staff, view }: HttpContext) {
    await bouncer.with(KeyPolicy).authorize('create')
    const { name, permissions, lasts } = await request.validateUsing(keyValidator)
    const expiresAt = lasts === 'ever' ? null : DateTime.utc().plus({ days: Number(lasts) })
    const { key, text } = await issueKey(staff.actor, { name, permissions, expiresAt })
    return view.render('pages/api/new_key', { key, text })
  }

  async destroy({ bouncer, params, response, session, staff }: HttpContext) {
    await bouncer.with(KeyPolicy).authorize('create')
    const key = await keyInReach(staff.actor, params.id)
    await revokeKey(key)
    session.flash('notice', { key: 'api.keys.revoked', facts: { name: key.name } })
    return response.redirect().toRoute('api_keys.index')
  }
}
