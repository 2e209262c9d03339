import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import { column } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { unitSql } from '#kernel/tenancy/sql'
import type { TenantModel } from '#kernel/tenancy/tenant_model'

/** For records that two people may edit at once: a change states the version that it saw. */
export function Versioned<Model extends NormalizeConstructor<typeof TenantModel>>(
  superclass: Model
) {
  class VersionedModel extends superclass {
    @column()
    declare version: number

    static boot() {
      if (Object.hasOwn(this, 'booted') && this.booted) return
      super.boot()
      this.before('create', beginWithOne)
    }

    /** Saves, unless somebody else has saved since `seen`: then false, and nothing is written. */
    async saveSeen(seen: number): Promise<boolean> {
      if (!(await claimVersion(this, seen))) return false
      this.version = seen + 1
      await this.save()
      return true
    }
  }
  return VersionedModel
}

function beginWithOne(row: LucidRow): void {
  row.$setAttribute('version', row.$getAttribute('version') ?? 1)
}

/** Takes the next version of `row`, and with it the row until the unit ends; false when it is stale. */
export async function claimVersion(row: LucidRow, seen: number): Promise<boolean> {
  const { table } = row.constructor as LucidModel
  // Whatever number a form sends: one that no version can be is stale, not an error.
  const { rowCount } = await unitSql(
    'update ?? set version = version + 1 where id = ? and version = ?::numeric',
    [table, row.$primaryKeyValue, seen]
  )
  return rowCount === 1
}
