import { AgencyClosed, ModuleOff, NotHere } from '#kernel/http/errors'
import { systemActor } from '#kernel/tenancy/actor'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import LeadConnection, { type ConnectionKind } from '../models/lead_connection.ts'
import { tenantOf } from './token.ts'

interface Door {
  kind: ConnectionKind
  token: unknown
  readOnly?: boolean
}

/** Enters the agency whose door this is, as the product itself; a door that is gone is no door. */
export async function atConnection<T>(
  { kind, token, readOnly }: Door,
  work: (connection: LeadConnection) => Promise<T>
): Promise<T> {
  const tenant = await agencyBehind(token)
  const entered = async () => {
    const connection = await LeadConnection.query()
      .where({ kind, token: String(token) })
      .whereNull('revoked_at')
      .first()
    if (!connection) throw new NotHere()
    return work(connection)
  }
  return tenancy.run(tenant, entered, { actor: systemActor, readOnly })
}

async function agencyBehind(token: unknown): Promise<TenantSnapshot> {
  const id = typeof token === 'string' ? tenantOf(token) : null
  const tenant = id && (await tenantDirectory.byId(id))
  if (!tenant || tenant.status === 'provisioning') throw new NotHere()
  if (tenant.status === 'suspended' || tenant.status === 'closing') throw new AgencyClosed()
  if (!tenant.modules.has('leads')) throw new ModuleOff('leads')
  return tenant
}
