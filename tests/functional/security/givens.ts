import { randomUUID } from 'node:crypto'
import { issueToken } from '#app/identity'
import type { Ground } from './writes.ts'

export const NEW_PASSWORD = 'another long walk by the sea'

export const newEmail = () => `new-${randomUUID()}@north.example`

/** The link of an invitation that nobody has answered yet. */
export async function invitation({ agency }: Ground): Promise<{ token: string }> {
  const payload = { name: 'New', email: newEmail(), role: 'marketing', teamId: null }
  const token = await issueToken('invite', { identityId: null, tenantId: agency.id, payload })
  return { token }
}
