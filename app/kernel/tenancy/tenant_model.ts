import { Adapter, BaseModel, SnakeCaseNamingStrategy } from '@adonisjs/lucid/orm'
import type {
  LucidModel,
  LucidRow,
  ModelAdapterOptions,
  ModelObject,
} from '@adonisjs/lucid/types/model'
import { unit } from './tenancy.ts'

/** Where each row came from: a row of one agency must never be saved in another's unit. */
const origins = new WeakMap<object, string>()

/** Everything in Lucid asks its adapter for a client; this one knows only the open unit. */
class TenantAdapter extends Adapter {
  constructor() {
    super(undefined as never)
  }

  override modelConstructorClient(_model: LucidModel, options?: ModelAdapterOptions) {
    const { trx } = unit()
    const client = options?.client
    if (client && !client.isTransaction) {
      throw new Error('A record of an agency accepts only the client of the open unit of work')
    }
    return client ?? trx
  }

  override modelClient(row: LucidRow) {
    const origin = origins.get(row)
    if (origin !== undefined && origin !== unit().tenant.id) {
      throw new Error('E_FOREIGN_ROW: this record belongs to another agency')
    }
    return (
      row.$trx ??
      this.modelConstructorClient(
        row.constructor as LucidModel,
        row.$options as ModelAdapterOptions
      )
    )
  }

  override async insert(row: LucidRow, attributes: Record<string, unknown>) {
    await super.insert(row, attributes)
    origins.set(row, unit().tenant.id)
  }
}

/** Records of an agency: its own schema, reached only inside a unit of work. */
export class TenantModel extends BaseModel {
  static $adapter = new TenantAdapter()
  static namingStrategy = new SnakeCaseNamingStrategy()

  static $createFromAdapterResult<T extends LucidModel>(
    this: T,
    ...facts: [result?: ModelObject, sideloaded?: ModelObject, options?: ModelAdapterOptions]
  ): InstanceType<T> | null {
    const row = BaseModel.$createFromAdapterResult.call(this, ...facts)
    if (row) origins.set(row, unit().tenant.id)
    return row as InstanceType<T> | null
  }
}
