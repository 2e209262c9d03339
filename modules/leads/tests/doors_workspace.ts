import { createHmac } from 'node:crypto'
import { unitSql } from '#kernel/tenancy/sql'
import config from '#config/tenancy'
import type { TestAgency } from '#tests/support/agency'
import { askRaw } from '#tests/functional/security/raw'
import { openConnection } from '../actions/open_connection.ts'
import type { ConnectionKind } from '../models/lead_connection.ts'
import { LeadsWorkspace } from './workspace.ts'

const APP_SECRET = 'the app secret of a page'

interface Intake {
  external_id: string
  state: string
  problem: string | null
  lead_id: string | null
}

/** An agency with doors through which leads come by themselves. */
export class DoorsWorkspace extends LeadsWorkspace {
  givenDoor(kind: ConnectionKind, agency: TestAgency = this.agency) {
    const wish = { kind, name: 'Spring', appSecret: APP_SECRET, pageToken: 'page token' }
    return agency.inUnit(() => openConnection(wish), 'principal')
  }

  /** Sends a body to a provider's address on the apex, as it is. */
  send(path: string, body: unknown, headers: Record<string, string> = {}) {
    return askRaw({
      method: 'POST',
      path: `/api/webhooks/${path}`,
      headers: { 'host': config.baseDomain, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  /** As Facebook sends it, with its signature. */
  sendNotice(token: string, notice: unknown, secret = APP_SECRET) {
    const body = JSON.stringify(notice)
    const mac = createHmac('sha256', secret).update(body).digest('hex')
    return this.send(`facebook/${token}`, body, { 'x-hub-signature-256': `sha256=${mac}` })
  }

  async intakes(agency: TestAgency = this.agency): Promise<Intake[]> {
    const { rows } = await agency.inUnit(() =>
      unitSql<Intake>(
        'select external_id, state, problem, lead_id from lead_intakes order by external_id'
      )
    )
    return rows
  }

  async leadCount(agency: TestAgency = this.agency): Promise<number> {
    const { rows } = await agency.inUnit(() =>
      unitSql<{ count: number }>('select count(*)::integer as count from leads')
    )
    return rows[0].count
  }
}
