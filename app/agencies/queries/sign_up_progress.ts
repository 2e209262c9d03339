import { isUuid } from '#kernel/tenancy/names'
import { coreSql } from '#kernel/tenancy/sql'
import { hostOf } from '../actions/sign_up_agency.ts'

export type SignUpProgress =
  { state: 'building' | 'gone' } | { state: 'open'; name: string; host: string }

/** How far the fleet worker has come with a new agency. */
export async function signUpProgress(tenantId: unknown): Promise<SignUpProgress> {
  if (!isUuid(tenantId)) return { state: 'gone' }
  const { rows } = await coreSql<{ slug: string; name: string; status: string }>(
    'select slug, name, status from tenants where id = ?',
    [tenantId]
  )
  if (!rows[0]) return { state: 'gone' }
  if (rows[0].status === 'provisioning') return { state: 'building' }
  return { state: 'open', name: rows[0].name, host: hostOf(rows[0].slug) }
}
