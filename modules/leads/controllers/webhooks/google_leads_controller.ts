import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#kernel/api/answers'
import { Rejected } from '#kernel/http/errors'
import { noteIntake, takeLead } from '../../actions/take_lead.ts'
import { atConnection } from '../../capture/entering.ts'
import { capturedFromGoogle, googleValidator } from '../../capture/google.ts'
import { isSame, secretsOf } from '../../capture/secrets.ts'

/** Google brings the leads of its lead forms, whole. */
export default class GoogleLeadsController {
  async store(ctx: HttpContext) {
    const { params, request } = ctx
    await atConnection({ kind: 'google', token: params.token }, async (connection) => {
      const { googleKey } = secretsOf(connection)
      if (!isSame(request.body().google_key, googleKey)) throw new Rejected(401, 'E_SIGNATURE')
      const lead = await request.validateUsing(googleValidator)
      const intakeId = await noteIntake(connection, lead.lead_id, lead.is_test ? 'test' : 'waiting')
      if (!intakeId || lead.is_test) return
      const { captured, origin } = capturedFromGoogle(lead)
      await takeLead(intakeId, captured, origin)
    })
    answer(ctx, {})
  }
}
