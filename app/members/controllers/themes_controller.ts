import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { unit } from '#kernel/tenancy/tenancy'
import Member from '../models/member.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'

const themeValidator = vine.create({ theme: vine.enum(['system', 'light', 'dark'] as const) })

/** Light, dark, or as the computer says: a person's own choice. */
export default class ThemesController {
  async store({ request, response, staff }: HttpContext) {
    const { theme } = await request.validateUsing(themeValidator)
    await Member.query().where('id', staff.actor.id).update({ theme })
    unit().notify(STAFF_CHANGED, unit().tenant.id)
    if (request.wantsFragment()) return response.status(204)
    return response.redirect().back()
  }
}
