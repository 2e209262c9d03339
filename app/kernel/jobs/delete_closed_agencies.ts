import { requestFleet } from '#kernel/fleet/fleet_tasks'
import { coreSql } from '#kernel/tenancy/sql'

/** Asks the fleet worker to delete the agencies whose days of grace are over, each once. */
export default class DeleteClosedAgencies {
  async handle(): Promise<void> {
    const { rows } = await coreSql<{ id: string }>(
      `select id from tenants t where status = 'closing' and delete_after <= now()
          and not exists (select from fleet_tasks where tenant_id = t.id and kind = 'delete' and status = 'waiting')`
    )
    for (const { id } of rows) await requestFleet('delete', { tenantId: id })
  }
}
