import type { MailReceiver } from '#kernel/mail/mail_receiver'
import { AgencyClosed, ModuleOff, NotHere } from '#kernel/http/errors'
import { noteIntake, takeLead } from './actions/take_lead.ts'
import { atConnection } from './capture/entering.ts'
import { readMail } from './capture/mail/read_mail.ts'

const closed = [NotHere, ModuleOff, AgencyClosed]

/** Leads that portals and people send by mail, to the address of a door of the agency. */
export default {
  async isOpen(token) {
    try {
      return await atConnection({ kind: 'email', token, readOnly: true }, async () => true)
    } catch (error) {
      if (closed.some((kind) => error instanceof kind)) return false
      throw error
    }
  },

  async take(token, raw) {
    const { externalId, leads } = await readMail(raw)
    await atConnection({ kind: 'email', token }, async (connection) => {
      if (leads.length === 0) return void (await noteIntake(connection, externalId, 'ignored'))
      for (const [index, lead] of leads.entries()) {
        const id = index === 0 ? externalId : `${externalId}.${index}`
        const intakeId = await noteIntake(connection, id, 'waiting')
        if (intakeId) await takeLead(intakeId, lead.captured, lead.origin)
      }
    })
  },
} satisfies MailReceiver
