import type { HttpContext } from '@adonisjs/core/http'
import { Member } from '#app/members'
import { momentOf } from '#app/records'
import type ApiKey from './models/api_key.ts'
import { keysOfAgency } from './queries/keys_of_agency.ts'

/** The keys as their list shows them. */
export async function keyRows({ staff, tenant }: HttpContext) {
  const keys = await keysOfAgency(staff.actor)
  const people = await Member.query().whereIn(
    'identity_id',
    keys.map(({ identityId }) => identityId)
  )
  const names = new Map(people.map(({ identityId, name }) => [identityId, name]))
  return keys.map((key) => ({
    id: key.id,
    name: key.name,
    start: `fh_${key.prefix}_…`,
    permissions: key.permissions,
    whose: names.get(key.identityId) ?? '',
    used: key.lastUsedAt && momentOf(key.lastUsedAt, tenant!),
    ends: key.expiresAt && momentOf(key.expiresAt, tenant!),
    hasEnded: hasEnded(key),
  }))
}

function hasEnded({ isOpen }: ApiKey): boolean {
  return !isOpen
}
