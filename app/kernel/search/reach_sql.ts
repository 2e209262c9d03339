import type { Actor, Reach } from '#kernel/tenancy/actor'

export interface Condition {
  sql: string
  values: unknown[]
}

/** Which documents this actor may find: their permission, as far as the actor's reach goes. */
export function withinReach(actor: Actor): Condition {
  if (actor.kind === 'system') return { sql: 'true', values: [] }
  const held = (reach: Reach) =>
    [...actor.permissions].filter(([, how]) => how === reach).map(([permission]) => permission)
  return {
    sql: `(permission = any(?) or (permission = any(?) and owner_id = ?)
           or (permission = any(?) and (owner_id = ? or team_id = ?)))`,
    values: [held('all'), held('own'), actor.id, held('team'), actor.id, actor.teamId],
  }
}
