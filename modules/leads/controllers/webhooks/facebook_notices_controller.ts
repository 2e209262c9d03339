import type { HttpContext } from '@adonisjs/core/http'
import { Rejected } from '#kernel/http/errors'
import { unit } from '#kernel/tenancy/tenancy'
import { noteIntake } from '../../actions/take_lead.ts'
import { atConnection } from '../../capture/entering.ts'
import { isSignedBy, leadIdsIn } from '../../capture/facebook.ts'
import { isSame, secretsOf } from '../../capture/secrets.ts'
import LeadsNoticeReceived from '../../events/leads_notice_received.ts'

/** Facebook tells of leads that its advertisements brought. */
export default class FacebookNoticesController {
  /** It first makes sure that the address is ours. */
  async show({ params, request, response }: HttpContext) {
    const asked = request.qs()
    const door = { kind: 'facebook', token: params.token, readOnly: true } as const
    await atConnection(door, async (connection) => {
      const isOurs = isSame(asked['hub.verify_token'], secretsOf(connection).verifyToken)
      if (asked['hub.mode'] !== 'subscribe' || !isOurs) throw new Rejected(401, 'E_SIGNATURE')
    })
    const challenge = String(asked['hub.challenge'] ?? '')
    if (!/^[\w-]{1,200}$/.test(challenge)) throw new Rejected(400, 'E_SIGNATURE')
    return response.type('text/plain').send(challenge)
  }

  async store({ params, request, response }: HttpContext) {
    const raw = request.raw() ?? ''
    await atConnection({ kind: 'facebook', token: params.token }, async (connection) => {
      const signature = request.header('x-hub-signature-256')
      if (!isSignedBy(raw, signature, secretsOf(connection).appSecret))
        throw new Rejected(401, 'E_SIGNATURE')
      for (const id of leadIdsIn(request.body())) {
        const intakeId = await noteIntake(connection, id, 'waiting')
        if (intakeId) unit().tell(new LeadsNoticeReceived({ intakeId }))
      }
    })
    return response.type('text/plain').send('ok')
  }
}
