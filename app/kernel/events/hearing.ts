import type { Outcome } from '#kernel/jobs/job_log'
import { openAgency } from '#kernel/jobs/open_agency'
import { unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { actAs } from './actor_source.ts'
import type { Envelope } from './envelope.ts'
import { type RegisteredListener, listenerNamed } from './listener_registry.ts'
import type { HeardEvent, LongListener, UnitListener } from './listener.ts'

export interface Attempt {
  number: number
  signal: AbortSignal
}

/** The agency was suspended, or the module switched off, while long work was under way. */
class AgencyLeft extends Error {}

/**
 * Lets one listener hear one event. Fails closed: `skipped` where the agency is not open, the
 * listener's module is off, or this build no longer has the listener.
 */
export async function hear({ listener, event }: Envelope, attempt: Attempt): Promise<Outcome> {
  const registered = listenerNamed(listener)
  tenantDirectory.forget(event.tenantId)
  const tenant = await openAgency(event.tenantId, registered?.module ?? null)
  if (!registered || !tenant) return 'skipped'
  if (registered.listener.kind === 'unit') return hearOnce(tenant, registered.listener, event)
  return hearLong(registered as RegisteredListener & { listener: LongListener }, event, attempt)
}

/** The mark and the listener's work commit together, or neither does. */
async function hearOnce(
  tenant: TenantSnapshot,
  listener: UnitListener,
  event: HeardEvent
): Promise<Outcome> {
  const work = async () => {
    const { rowCount } = await unitSql(
      'insert into heard_events (event_id, listener) values (?, ?) on conflict do nothing',
      [event.id, listener.name]
    )
    if (rowCount === 0) return
    await actAs(event.actorKind, event.actorId)
    await listener.handle(event)
  }
  await tenancy.run(tenant, work, { causationId: event.id })
  return 'done'
}

async function hearLong(
  { listener, module }: { listener: LongListener; module: string | null },
  event: HeardEvent,
  attempt: Attempt
): Promise<Outcome> {
  const inUnit = async <T>(work: () => Promise<T>): Promise<T> => {
    attempt.signal.throwIfAborted()
    const tenant = await openAgency(event.tenantId, module)
    if (!tenant) throw new AgencyLeft()
    const page = async () => {
      await actAs(event.actorKind, event.actorId)
      return work()
    }
    return tenancy.run(tenant, page, { causationId: event.id })
  }
  try {
    await listener.handle(event, { attempt: attempt.number, signal: attempt.signal, inUnit })
    return 'done'
  } catch (error) {
    if (error instanceof AgencyLeft) return 'skipped'
    throw error
  }
}
