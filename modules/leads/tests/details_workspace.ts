import { unitSql } from '#kernel/tenancy/sql'
import type Lead from '../models/lead.ts'
import { LeadsWorkspace } from './workspace.ts'

const PHONE = '+12065550112'
export const EMAIL = 'ada@engines.example'
/** What nobody may read before it is shown. */
export const NUMBER = /555[-) ]*0112|ada@engines/

/** An agency that hides phone and e-mail of others' leads once it wishes to. */
export class DetailsWorkspace extends LeadsWorkspace {
  hide(most = 50, pause = 0) {
    return this.agency.inUnit(() =>
      unitSql(
        `insert into lead_settings (id, details_hidden, reveals_a_day, reveal_pause) values (1, true, ?, ?)
         on conflict (id) do update set details_hidden = true, reveals_a_day = excluded.reveals_a_day, reveal_pause = excluded.reveal_pause`,
        [most, pause]
      )
    )
  }

  async givenAda(): Promise<Lead> {
    const lead = await this.givenLead({ name: 'Ada', phone: PHONE, email: EMAIL })
    await this.agency.inUnit(() =>
      unitSql(
        `insert into timeline_entries (subject_type, subject_id, kind, happened_at, details, facts, author_name)
         values ('lead', ?, 'call', now(), 'Called +1 206 555 0112', '{}', 'Somebody')`,
        [lead.id]
      )
    )
    return lead
  }

  /** What the agency's log says of leads, oldest first. */
  async logged(): Promise<string[]> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ action: string }>(
        `select action from audit_entries where subject_type = 'lead' order by id`
      )
    )
    return rows.map(({ action }) => action)
  }

  async reveals(): Promise<number> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ count: number }>('select count(*)::integer as count from lead_reveals')
    )
    return rows[0].count
  }
}
