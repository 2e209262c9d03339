import logger from '@adonisjs/core/services/logger'
import { type Actor, systemActor } from '#kernel/tenancy/actor'
import { coreSql } from '#kernel/tenancy/sql'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { AuditFact } from '#kernel/tenancy/unit'

/**
 * Writes to the agency's log in a short unit of its own. For what the open unit cannot keep: a
 * refusal, since that unit rolls back, and a sensitive read, since that one is read-only. Inside
 * a unit the entry waits for its end: two units at once would wait for each other's connection.
 */
export async function auditApart(fact: AuditFact, by?: Signature): Promise<void> {
  if (!tenancy.isOpen) return write(fact, by ?? missingSignature())
  const { tenant, actor, trx } = unit()
  const later = () =>
    tenancy
      .leave(() => write(fact, { tenant, actor }))
      .catch((error) => {
        logger.error({ err: error, action: fact.action }, 'audit: an entry was lost')
      })
  trx.after('commit', later)
  trx.after('rollback', later)
}

export interface Signature {
  tenant: TenantSnapshot
  actor: Actor
}

async function write(fact: AuditFact, { tenant, actor }: Signature): Promise<void> {
  await tenancy.run(tenant, async () => unit().audit(fact), { actor })
}

function missingSignature(): never {
  throw new Error('Outside a unit of work, say which agency and who')
}

export interface PlatformFact extends AuditFact {
  tenantId?: string | null
}

/** Writes to the platform's own log: what operators and the product do across agencies. */
export async function auditPlatform(fact: PlatformFact, actor: Actor = systemActor): Promise<void> {
  await coreSql(
    `insert into audit_entries (actor_id, actor_kind, tenant_id, action, subject_type, subject_id, facts)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      actor.id,
      actor.kind,
      fact.tenantId ?? null,
      fact.action,
      fact.subjectType,
      fact.subjectId,
      JSON.stringify(fact.facts ?? {}),
    ]
  )
}
