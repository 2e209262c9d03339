import { NotHere } from '#kernel/http/errors'
import type { Actor } from '#kernel/tenancy/actor'
import { isUuid } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import ApiKey from '../models/api_key.ts'

const MOST = 200

/** The keys that still exist, newest first: all of them for whoever manages them, else one's own. */
export function keysOfAgency(actor: Actor) {
  const query = ApiKey.query().where('tenant_id', unit().tenant.id).whereNull('revoked_at')
  if (!actor.can('api_keys.manage')) query.where('identity_id', actor.identityId!)
  return query.orderBy('created_at', 'desc').orderBy('id').limit(MOST)
}

/** The key with this id, if the actor may see it; 404 otherwise. */
export async function keyInReach(actor: Actor, id: unknown): Promise<ApiKey> {
  const key = isUuid(id) ? await keysOfAgency(actor).where('id', id).first() : null
  if (!key) throw new NotHere()
  return key
}
