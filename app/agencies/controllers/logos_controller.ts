import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { changeLogo, removeLogo } from '../actions/change_logo.ts'
import type { Upload } from '../draw_logo.ts'
import AgencyPolicy from '../policies/agency_policy.ts'

/** The picture that stands for the agency wherever its name does. */
export default class LogosController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(AgencyPolicy).authorize('manage')
    const upload = uploadFrom(ctx)
    if (typeof upload === 'string') return refuse(ctx, refusal(upload))
    const result = await changeLogo(upload)
    if (!result.ok) return refuse(ctx, refusal(result.reason))
    ctx.session.flash('notice', 'agencies.logo.changed')
    return ctx.response.redirect().toPath('/app/settings/agency')
  }

  async destroy({ bouncer, response, session }: HttpContext) {
    await bouncer.with(AgencyPolicy).authorize('manage')
    await removeLogo()
    session.flash('notice', 'agencies.logo.removed')
    return response.redirect().toPath('/app/settings/agency')
  }
}

function refusal(reason: string) {
  return { status: 422, key: `agencies.logo.refused.${reason}`, field: 'logo' }
}

function uploadFrom({ request }: HttpContext): Upload | 'none' | 'too_large' {
  const file = request.file('logo', { size: '2mb' })
  if (!file?.tmpPath || file.size === 0) return file?.hasErrors ? 'too_large' : 'none'
  return file.hasErrors ? 'too_large' : { path: file.tmpPath, name: file.clientName }
}
