import type { StaffRole } from '#app/members'
import { type Notice, notify } from '#app/notifications'
import { unitSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import { Workspace } from '#tests/support/workspace'

interface Row {
  id: string
  kind: string
  facts: Record<string, string | number>
  path: string
  module: string | null
  read_at: Date | null
}

/** An agency in which members are told things. */
export class NoticingWorkspace extends Workspace {
  /** Something that the product itself tells. */
  async given(role: StaffRole, notice: Partial<Notice> = {}, agency: TestAgency = this.agency) {
    const to = [await agency.memberId(role)]
    const kind = 'notifications.import_done'
    await agency.inUnit(() => notify([{ to, kind, path: '/app/tasks', ...notice }]))
    return (await this.of(role, agency)).at(-1)!
  }

  /** So many at once, all unread. */
  async givenMany(role: StaffRole, count: number): Promise<void> {
    const to = [await this.agency.memberId(role)]
    const notice = { to, kind: 'notifications.export_done', path: '/app/tasks' }
    await this.agency.inUnit(() => notify(Array.from({ length: count }, () => notice)))
  }

  /** What somebody was told, in that order. */
  async of(role: StaffRole, agency: TestAgency = this.agency): Promise<Row[]> {
    const memberId = await agency.memberId(role)
    const read = () =>
      unitSql<Row>('select * from notifications where member_id = ? order by id', [memberId])
    return (await agency.inUnit(read)).rows
  }
}
