import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { coreSql, coreTransaction } from '#kernel/tenancy/sql'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { moveRecords } from '../joining.ts'
import type Identity from '../models/identity.ts'
import type { Seal } from './verify_email.ts'

/**
 * Moves the agencies of one identity over to another of the same person: first what lies in each
 * agency, one unit after the other, then the platform's rows in one transaction. Each step may
 * run twice. A suspended agency cannot be reached and stays behind, and the identity with it.
 */
export class JoinIdentities {
  async handle(from: Identity, to: Identity, seal: Seal): Promise<boolean> {
    const moved: string[] = []
    for (const tenantId of await agenciesOfIdentity(from.id)) {
      if (await this.#moveIn(tenantId, from.id, to.id)) moved.push(tenantId)
    }
    return coreTransaction(async (trx) => {
      if (!(await seal(trx))) return false
      await moveMemberships(trx, { from: from.id, to: to.id, tenantIds: moved })
      await retire(trx, from.id)
      return true
    })
  }

  async #moveIn(tenantId: string, from: string, to: string): Promise<boolean> {
    const tenant = await tenantDirectory.byId(tenantId)
    if (!tenant || !['active', 'restricted'].includes(tenant.status)) return false
    await tenancy.run(tenant, async () => {
      await moveRecords(from, to)
      const facts = { from, to }
      unit().audit({ action: 'identity.joined', subjectType: 'identity', subjectId: to, facts })
    })
    return true
  }
}

async function agenciesOfIdentity(identityId: string): Promise<string[]> {
  const { rows } = await coreSql<{ id: string }>(
    `select tenant_id as id from memberships where identity_id = ? and state <> 'removed' order by tenant_id`,
    [identityId]
  )
  return rows.map(({ id }) => id)
}

async function moveMemberships(
  trx: QueryClientContract,
  { from, to, tenantIds }: { from: string; to: string; tenantIds: string[] }
): Promise<void> {
  await coreSql(
    `insert into memberships (tenant_id, identity_id, state)
     select tenant_id, ?, state from memberships where identity_id = ? and tenant_id = any(?)
     on conflict (tenant_id, identity_id) do update set state = 'active', updated_at = now()`,
    [to, from, tenantIds],
    trx
  )
  await coreSql(
    'delete from memberships where identity_id = ? and tenant_id = any(?)',
    [from, tenantIds],
    trx
  )
  await coreSql(
    'update tenants set founder_id = ?, updated_at = now() where founder_id = ? and id = any(?)',
    [to, from, tenantIds],
    trx
  )
}

/** An identity without an agency is nobody any more; its row stays for what names it. */
async function retire(trx: QueryClientContract, identityId: string): Promise<void> {
  await coreSql(
    `update identities set status = 'deleted', version = version + 1, updated_at = now()
      where id = ? and not exists (select 1 from memberships where identity_id = identities.id)`,
    [identityId],
    trx
  )
}
