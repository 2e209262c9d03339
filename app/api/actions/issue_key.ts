import type { DateTime } from 'luxon'
import type { Actor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import { newKeyText } from '../key_text.ts'
import ApiKey from '../models/api_key.ts'

interface KeyDraft {
  name: string
  permissions: string[]
  expiresAt: DateTime | null
}

/** A new key for one person of the agency, and its text, which nobody sees again. */
export async function issueKey(
  person: Pick<Actor, 'id' | 'identityId' | 'permissions'>,
  draft: KeyDraft
): Promise<{ key: ApiKey; text: string }> {
  const { text, ...stored } = newKeyText()
  const permissions = draft.permissions.filter((one) => person.permissions.has(one))
  const tenantId = unit().tenant.id
  const identityId = person.identityId!
  const key = await ApiKey.create({ ...draft, ...stored, permissions, tenantId, identityId })
  unit().audit({
    action: 'api_keys.created',
    subjectType: 'api_key',
    subjectId: key.id,
    facts: { name: key.name, key: key.prefix, permissions },
  })
  return { key, text }
}
