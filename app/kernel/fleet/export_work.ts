import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import drive from '@adonisjs/drive/services/main'
import pg from 'pg'
import { schemaName } from '#kernel/tenancy/names'
import { recordDeed } from './agency_status.ts'
import { pack } from './export_archive.ts'
import { EXPORT_SUBJECT, exportAgency, sha256OfFile } from './exporting.ts'
import { type FleetTask, registerFleetWork } from './fleet_worker.ts'

/**
 * Makes an archive of the agency and keeps it among the agency's own files, where it is served
 * and cleaned away like any other. The answer is its id. The last export is discarded.
 */
registerFleetWork('export', {
  async handle(client, task) {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-export-'))
    try {
      const archive = join(folder, 'agency.tar.gz')
      await exportAgency(task.tenantId as string, join(folder, 'agency'))
      await pack(join(folder, 'agency'), archive)
      const fileId = await keep(client, task, archive)
      await recordDeed(client, task, 'agency.exported')
      return { fileId }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
})

async function keep(client: pg.ClientBase, task: FleetTask, archive: string): Promise<string> {
  const tenantId = task.tenantId as string
  const key = `tenants/${tenantId}/exports/${randomUUID()}`
  await drive.use().copyFromFs(archive, key, { contentType: 'application/gzip' })
  const files = `${pg.escapeIdentifier(schemaName(tenantId))}.files`
  await client.query(
    `update ${files} set deleted_at = now(), updated_at = now() where subject_type = $1 and deleted_at is null`,
    [EXPORT_SUBJECT]
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into ${files} (storage_key, name, media_type, bytes, sha256, subject_type)
     select $1, slug || '-' || to_char(now(), 'YYYY-MM-DD') || '.tar.gz', 'application/gzip', $2, $3, $4
       from core.tenants where id = $5 returning id`,
    [key, (await stat(archive)).size, await sha256OfFile(archive), EXPORT_SUBJECT, tenantId]
  )
  return rows[0].id
}
