import { hear } from '#kernel/events/hearing'
import { listenersOf, readListeners } from '#kernel/events/listener_registry'
import type { HeardEvent } from '#kernel/events/listener'
import { coreSql } from '#kernel/tenancy/sql'

/** What a worker does with these events that wait: everybody in question hears each of them once. */
export async function hearTold(...names: string[]): Promise<HeardEvent[]> {
  await readListeners()
  const { rows } = await coreSql<HeardEvent>(
    `with taken as (delete from outbox where name = any(?) returning *)
     select id, name, version, payload, tenant_id as "tenantId", actor_id as "actorId", actor_kind as "actorKind",
            on_behalf_of as "onBehalfOf", causation_id as "causationId", created_at as "toldAt"
       from taken order by id`,
    [names]
  )
  for (const event of rows) await hearOnce(event)
  return rows
}

/** A worker that died between the work and its receipt delivers an event again. */
export async function hearOnce(event: HeardEvent): Promise<void> {
  for (const { listener } of listenersOf(event.name)) {
    if (listener.kind !== 'unit') continue
    const attempt = { number: 1, signal: new AbortController().signal }
    await hear({ listener: listener.name, event }, attempt)
  }
}
