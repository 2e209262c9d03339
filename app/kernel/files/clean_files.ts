import logger from '@adonisjs/core/services/logger'
import drive from '@adonisjs/drive/services/main'
import { openAgency } from '#kernel/jobs/open_agency'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { folderOf } from './file_store.ts'

const AT_A_TIME = 500
const DAY = 86_400_000

/**
 * Takes away the bytes that belong to no file, left behind by units that rolled back and by
 * processes that died; and the files that were discarded a week ago. One agency that fails keeps
 * no other from it.
 */
export default class CleanFiles {
  async handle(): Promise<void> {
    const { rows } = await coreSql<{ id: string }>(
      `select id from tenants where status in ('active', 'restricted') order by id`
    )
    let failed = 0
    for (const { id } of rows) {
      await cleanOne(id).catch((error) => {
        failed++
        logger.error({ err: error, agency: id }, 'files: could not clean')
      })
    }
    if (failed > 0) throw new Error(`E_NOT_CLEANED: ${failed} agencies`)
  }
}

async function cleanOne(id: string): Promise<void> {
  const tenant = await openAgency(id, null)
  if (tenant) await cleanAgency(tenant)
}

/** `grace`: how long, in milliseconds, bytes may wait for the unit that makes a file of them. */
export async function cleanAgency(tenant: TenantSnapshot, grace: number = DAY): Promise<void> {
  await forgetDiscarded(tenant)
  let paginationToken: string | undefined
  do {
    const page = await keysBelow(folderOf(tenant.id), paginationToken)
    paginationToken = page.paginationToken
    for (let start = 0; start < page.keys.length; start += AT_A_TIME) {
      await dropOrphans(tenant, page.keys.slice(start, start + AT_A_TIME), Date.now() - grace)
    }
  } while (paginationToken)
}

/** The bytes become orphans, and go with the next of them. A file that something points to stays. */
async function forgetDiscarded(tenant: TenantSnapshot): Promise<void> {
  await tenancy.run(tenant, async () => {
    const { rows } = await unitSql<{ id: string }>(
      `select id from files where deleted_at < now() - interval '7 days' limit ?`,
      [AT_A_TIME]
    )
    for (const { id } of rows) await forgetFile(id)
  })
}

async function forgetFile(id: string): Promise<void> {
  await unitSql('savepoint forget')
  try {
    await unitSql('delete from files where id = ?', [id])
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    await unitSql('rollback to savepoint forget')
  }
}

async function dropOrphans(tenant: TenantSnapshot, keys: string[], before: number) {
  const known = () =>
    unitSql<{ key: string }>('select storage_key as key from files where storage_key = any(?)', [
      keys,
    ])
  const { rows } = await tenancy.run(tenant, known, { readOnly: true })
  const kept = new Set(rows.map((row) => row.key))
  for (const key of keys.filter((one) => !kept.has(one))) {
    const { lastModified } = await drive.use().getMetaData(key)
    if (lastModified.getTime() < before) await drive.use().delete(key)
  }
}

/** An agency that never kept a file has no folder. */
async function keysBelow(folder: string, paginationToken: string | undefined) {
  const page = await drive
    .use()
    .listAll(folder, { recursive: true, paginationToken })
    .catch((error) => {
      if ((error as { cause?: { code?: string } }).cause?.code === 'ENOENT') return null
      throw error
    })
  const keys = [...(page?.objects ?? [])].flatMap((one) => (one.isFile ? [one.key] : []))
  return { keys, paginationToken: page?.paginationToken }
}
