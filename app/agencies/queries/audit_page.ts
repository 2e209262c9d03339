import { isDay, daysAfter, startOfDay } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'

export interface AuditSearch {
  action?: string
  /** Who did it: a member's id and the identity's behind it. */
  person?: { id: string; identityId: string }
  from?: string
  to?: string
  before?: string
}

export interface AuditRow {
  id: string
  actor_id: string | null
  actor_kind: string | null
  action: string
  subject_type: string
  subject_id: string | null
  facts: Record<string, unknown>
  created_at: Date
}

const PAGE = 50

/** A page of the agency's audit log, newest first; days are meant in the agency's time zone. */
export async function auditPage(search: AuditSearch, zone: string) {
  const conditions = conditionsOf(search, zone)
  const where = conditions.map(({ sql }) => `(${sql})`).join(' and ') || 'true'
  const { rows } = await unitSql<AuditRow>(
    `select id, actor_id, actor_kind, action, subject_type, subject_id, facts, created_at
       from audit_entries where ${where} order by id desc limit ${PAGE + 1}`,
    conditions.flatMap(({ values }) => values)
  )
  const entries = rows.slice(0, PAGE)
  return { entries, next: rows.length > PAGE ? entries.at(-1)!.id : null }
}

/** What was done lately, for the filter's choice. */
export async function auditedActions(): Promise<string[]> {
  const { rows } = await unitSql<{ action: string }>(
    `select distinct action from (select action from audit_entries order by id desc limit 10000) as lately order by action`
  )
  return rows.map(({ action }) => action)
}

function conditionsOf(search: AuditSearch, zone: string) {
  const { action, person, from, to, before } = search
  const starts = (day: string) => startOfDay(day, zone).toISO()
  return [
    action && { sql: 'action = ?', values: [action] },
    person && {
      sql: `actor_id = ? or (subject_type = 'identity' and subject_id = ?)`,
      values: [person.id, person.identityId],
    },
    from && isDay(from) && { sql: 'created_at >= ?', values: [starts(from)] },
    to && isDay(to) && { sql: 'created_at < ?', values: [starts(daysAfter(to, 1))] },
    before && { sql: 'id < ?', values: [before] },
  ].filter((condition) => !!condition)
}
