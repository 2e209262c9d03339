import pg from 'pg'
import { tenantRole } from '#kernel/tenancy/names'
import { requireInstallation } from './installation.ts'

/** Gives the app back its way into an agency: units may be opened again. */
export async function admitApp(client: pg.ClientBase, tenantId: string): Promise<void> {
  const { role, app } = await names(client, tenantId)
  await client.query(`grant ${role} to ${app} with inherit false, set true`)
}

/** Takes it away: the database itself refuses new units, whatever a process still has cached. */
export async function shutAppOut(client: pg.ClientBase, tenantId: string): Promise<void> {
  const { role, app } = await names(client, tenantId)
  await client.query(`revoke ${role} from ${app}`)
}

async function names(client: pg.ClientBase, tenantId: string) {
  const installation = await requireInstallation(client)
  return {
    role: pg.escapeIdentifier(tenantRole(installation.id, tenantId)),
    app: pg.escapeIdentifier(installation.appRole),
  }
}
