import { unitSql } from '#kernel/tenancy/sql'
import type { ConnectionKind } from '../models/lead_connection.ts'

export interface ConnectionRow {
  id: string
  kind: ConnectionKind
  name: string
  token: string
  received: number
  last_received_at: Date | null
  failed: number
}

/** The doors that are open, with what came in through each in the last 90 days. */
export async function openConnections(): Promise<ConnectionRow[]> {
  const { rows } = await unitSql<ConnectionRow>(
    `select connection.id, kind, name, token, came.received, came.last_received_at, came.failed
       from lead_connections as connection
       cross join lateral (
         select count(*)::integer as received, max(created_at) as last_received_at,
                count(*) filter (where state = 'failed')::integer as failed
           from lead_intakes where connection_id = connection.id and created_at > now() - interval '90 days') as came
      where revoked_at is null order by connection.id limit 100`
  )
  return rows
}

export interface IntakeProblem {
  id: string
  name: string
  external_id: string
  problem: string
  updated_at: Date
}

/** What last went wrong, newest first. */
export async function recentProblems(): Promise<IntakeProblem[]> {
  const { rows } = await unitSql<IntakeProblem>(
    `select problem.* from lead_connections as connection
       cross join lateral (
         select id, connection.name, external_id, problem, updated_at from lead_intakes
          where connection_id = connection.id and state = 'failed' order by updated_at desc limit 5) as problem
      where revoked_at is null order by updated_at desc limit 20`
  )
  return rows
}
