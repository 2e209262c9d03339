import { isUuid } from '#kernel/tenancy/names'
import { coreSql } from '#kernel/tenancy/sql'
import type { StaffRole } from '../roles.ts'

/** What an invitation says; it travels with the one-time token that was sent. */
export interface InvitationFacts {
  name: string
  email: string
  role: StaffRole
  teamId: string | null
  invitedBy: string
}

export interface Invitation {
  id: string
  facts: InvitationFacts
  sentAt: Date
  expiresAt: Date
}

const PENDING = `select id, payload as facts, created_at as "sentAt", expires_at as "expiresAt"
  from one_time_tokens where purpose = 'invite' and tenant_id = ? and used_at is null and expires_at > now()`

/** Who was invited and has not answered yet. */
export async function pendingInvitations(tenantId: string): Promise<Invitation[]> {
  const { rows } = await coreSql<Invitation>(`${PENDING} order by created_at desc limit 200`, [
    tenantId,
  ])
  return rows
}

export async function pendingInvitation(tenantId: string, id: string): Promise<Invitation | null> {
  if (!isUuid(id)) return null
  const { rows } = await coreSql<Invitation>(`${PENDING} and id = ?`, [tenantId, id])
  return rows[0] ?? null
}

/** Makes the links that were sent to this e-mail useless. */
export async function revokeInvitations(tenantId: string, email: string): Promise<void> {
  await coreSql(
    `update one_time_tokens set used_at = now(), updated_at = now()
      where purpose = 'invite' and tenant_id = ? and payload->>'email' = ? and used_at is null`,
    [tenantId, email]
  )
}
