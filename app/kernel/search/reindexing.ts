import { unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { searchProviders } from './providers.ts'
import { renewDocuments } from './search_documents.ts'
import type { SearchProvider } from './search_provider.ts'

const PAGE = 500

export interface Reindexed {
  subjectType: string
  records: number
}

/** Writes every document of an agency anew, one unit a page, and takes out those of nobody. */
export async function reindex(tenant: TenantSnapshot): Promise<Reindexed[]> {
  const done: Reindexed[] = []
  for (const { provider } of await searchProviders(tenant.modules)) {
    done.push({ subjectType: provider.subjectType, records: await renewAll(tenant, provider) })
  }
  return done
}

async function renewAll(tenant: TenantSnapshot, provider: SearchProvider): Promise<number> {
  const started = new Date()
  let records = 0
  let last: string | null = null
  do {
    const page: string[] = await tenancy.run(tenant, async () => {
      const ids = (await provider.idsAfter?.(last, PAGE)) ?? []
      await renewDocuments(provider, ids)
      return ids
    })
    records += page.length
    last = page.at(-1) ?? null
  } while (last !== null)
  if (provider.idsAfter) await dropOlder(tenant, provider.subjectType, started)
  return records
}

/** What was not written just now belongs to a record that is gone. */
async function dropOlder(tenant: TenantSnapshot, subjectType: string, started: Date) {
  await tenancy.run(tenant, () =>
    unitSql('delete from search_documents where subject_type = ? and updated_at < ?', [
      subjectType,
      started,
    ])
  )
}
