import { type Colleague, assignableBy, colleagues } from '#app/members'
import type { Actor } from '#kernel/tenancy/actor'

/** Those to whom the actor may give a lead: themselves, and whoever `leads.assign` reaches. */
export function assignable(actor: Actor, staff: Colleague[]): Colleague[] {
  return actor.can('leads.assign') ? assignableBy(actor, 'leads.assign', staff) : []
}

/** The active colleague with this id, if the actor may give a lead to them. */
export async function assignee(actor: Actor, id: string): Promise<Colleague | null> {
  return assignable(actor, await colleagues()).find((one) => one.id === id) ?? null
}
