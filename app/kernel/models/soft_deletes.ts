import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import { column } from '@adonisjs/lucid/orm'
import type {
  LucidModel,
  ModelAdapterOptions,
  ModelQueryBuilderContract,
} from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { TenantModel } from '#kernel/tenancy/tenant_model'

/** How long a deleted record can be restored. */
const RESTORE_DAYS = 7

type Query<M extends LucidModel, Result = InstanceType<M>> = ModelQueryBuilderContract<M, Result>

/** For records whose deletion can be undone: `query()` passes them over once they are deleted. */
export function SoftDeletes<Model extends NormalizeConstructor<typeof TenantModel>>(parent: Model) {
  class SoftDeletedModel extends parent {
    @column.dateTime()
    declare deletedAt: DateTime | null

    @column()
    declare deletedBy: string | null

    static query<M extends LucidModel, R = InstanceType<M>>(
      this: M,
      options?: ModelAdapterOptions
    ) {
      return notDeleted(super.query.call(this, options) as Query<M, R>)
    }

    /** The deleted ones too. */
    static withDeleted<M extends LucidModel>(this: M): Query<M> {
      return super.query.call(this) as Query<M>
    }

    async softDelete(): Promise<void> {
      await Object.assign(this, { deletedAt: DateTime.utc(), deletedBy: currentActor().id }).save()
    }

    async restore(): Promise<void> {
      await Object.assign(this, { deletedAt: null, deletedBy: null }).save()
    }
  }
  return SoftDeletedModel
}

function notDeleted<M extends LucidModel, R>(query: Query<M, R>): Query<M, R> {
  return query.whereNull(`${query.model.table}.deleted_at`)
}

/** What was deleted before this is gone for good. */
export function restorableSince(): DateTime<true> {
  return DateTime.utc().minus({ days: RESTORE_DAYS }) as DateTime<true>
}
