import type { HttpContext } from '@adonisjs/core/http'
import Member from '../models/member.ts'
import MemberPolicy from '../policies/member_policy.ts'

export default class MembersController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(MemberPolicy).authorize('view')
    const members = await Member.query().preload('team').whereNot('state', 'removed').orderBy('name')
    return view.render('pages/members/index', { members })
  }
}
