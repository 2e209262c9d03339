import { DateTime } from 'luxon'
import { unit } from '#kernel/tenancy/tenancy'
import { keyChanged } from '../key_directory.ts'
import type ApiKey from '../models/api_key.ts'

/** From now on nobody gets in with this key, in whichever process they knock. */
export async function revokeKey(key: ApiKey): Promise<void> {
  await key.merge({ revokedAt: DateTime.utc() }).save()
  await keyChanged(key.prefix)
  unit().audit({
    action: 'api_keys.revoked',
    subjectType: 'api_key',
    subjectId: key.id,
    facts: { name: key.name, key: key.prefix },
  })
}
