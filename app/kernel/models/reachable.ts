import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { Actor } from '#kernel/tenancy/actor'
import type { TenantModel } from '#kernel/tenancy/tenant_model'

/** For records with `owner_id` and `team_id`: finds only what the actor's permission reaches. */
export function Reachable<Model extends NormalizeConstructor<typeof TenantModel>>(
  superclass: Model
) {
  class ReachableModel extends superclass {
    /** Their own, their team's or all, as far as `permission` goes; without it, nothing. */
    static reachableBy<M extends LucidModel>(
      this: M,
      actor: Actor,
      permission: string
    ): ModelQueryBuilderContract<M, InstanceType<M>> {
      return narrowToReach(this.query(), actor, permission)
    }
  }
  return ReachableModel
}

/** Narrows any query on such a model to what `permission` reaches. */
export function narrowToReach<M extends LucidModel, Result>(
  query: ModelQueryBuilderContract<M, Result>,
  actor: Actor,
  permission: string
): ModelQueryBuilderContract<M, Result> {
  const { table } = query.model
  const reach = actor.reachOf(permission)
  if (reach === 'all') return query
  if (reach === null) return query.whereRaw('false')
  return query.where((mine) => {
    mine.where(`${table}.owner_id`, actor.id)
    if (reach === 'team' && actor.teamId) mine.orWhere(`${table}.team_id`, actor.teamId)
  })
}
