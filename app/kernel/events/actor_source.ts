import { type Actor, type ActorFacts, systemActor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/**
 * Finds the person behind an id, with what they may do today; null when they are gone. Asked
 * inside a unit of the agency. The kernel knows no members: `app/members` supplies them.
 */
export type ActorSource = (tenant: TenantSnapshot, actorId: string) => Promise<Actor | null>

const sources = new Map<ActorFacts['kind'], ActorSource>()

export function registerActorSource(kind: ActorFacts['kind'], source: ActorSource): void {
  sources.set(kind, source)
}

/** Lets the open unit act as who told the event; as the product itself where nobody is left. */
export async function actAs(actorKind: string | null, actorId: string | null): Promise<void> {
  const source = sources.get(actorKind as ActorFacts['kind'])
  const actor = source && actorId ? await source(unit().tenant, actorId) : null
  unit().actor = actor ?? systemActor
}
