import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { BulkWork } from '#app/bulk_works'
import type { Actor } from '#kernel/tenancy/actor'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type Figure, type Scenario, below, figure } from '../../../../bin/benching/figures.ts'
import type { Ground } from '../../../../bin/benching/ground.ts'
import { generatedList } from '../generated_list.ts'

const ROWS = 50_000

interface Scene {
  tenant: TenantSnapshot
  actor: Actor
}

export default {
  name: 'import',
  title: `Importing ${ROWS.toLocaleString('en')} contacts from a CSV list, checked first, in a job`,

  async run(ground: Ground): Promise<Figure[]> {
    const scene = await sceneOf(ground)
    const { Worker } = await import('#kernel/jobs/worker')
    const worker = new Worker()
    await worker.start()
    try {
      const first = await imported(scene)
      const again = await imported(scene)
      return [
        figure('checking the list', first.checking, 's'),
        below(60, figure('importing it', first.importing, 's')),
        figure('rate', ROWS / first.importing, 'rows/s'),
        figure('the same list again, nothing new', again.importing, 's'),
      ]
    } finally {
      await worker.stop()
      await forgetFiles(scene)
    }
  },
} satisfies Scenario

async function imported(scene: Scene) {
  const { RehearseImport } = await import('#app/imports')
  const { StartImport } = await import('../../actions/start_import.ts')
  const work = await begun(scene)
  const rehearsal = await inUnit(scene, () => new RehearseImport().handle(work))
  if (!rehearsal.ok) throw new Error(rehearsal.reason)
  const checking = await secondsOf(scene, rehearsal.value)
  const started = await inUnit(scene, () => new StartImport().handle(work))
  if (!started.ok) throw new Error(started.reason)
  return { checking, importing: await secondsOf(scene, work) }
}

async function begun(scene: Scene): Promise<BulkWork> {
  const { BeginListImport } = await import('#app/imports')
  const { contactLists } = await import('../../imports/contact_lists.ts')
  const folder = await mkdtemp(join(tmpdir(), 'freehold-bench-list-'))
  const path = join(folder, 'list.csv')
  await writeFile(path, generatedList(ROWS))
  const work = await inUnit(scene, () =>
    new BeginListImport(contactLists).handle({ path, name: 'list.csv' })
  )
  await rm(folder, { recursive: true })
  if (!work.ok) throw new Error(work.reason)
  return work.value
}

/** Waits for the worker; the time is that from its first step to its last. */
async function secondsOf(scene: Scene, { id }: BulkWork): Promise<number> {
  const { BulkWork: Works } = await import('#app/bulk_works')
  for (;;) {
    const work = await inUnit(scene, () => Works.findOrFail(id))
    if (work.state === 'failed') throw new Error(JSON.stringify(work.error))
    if (work.state === 'done') return work.endedAt!.diff(work.startedAt!).as('seconds')
    await delay(200)
  }
}

async function sceneOf(ground: Ground): Promise<Scene> {
  const [agency] = await ground.agencies(1)
  const { tenantDirectory } = await import('#kernel/tenancy/tenant_directory')
  const { Member, staffEntry } = await import('#app/members')
  const { tenancy } = await import('#kernel/tenancy/tenancy')
  const tenant = await tenantDirectory.byId(agency.id)
  const principal = await tenancy.run(tenant!, () => Member.findByOrFail('role', 'principal'))
  const entry = await staffEntry(tenant!, principal.identityId)
  return { tenant: tenant!, actor: entry!.actor }
}

async function inUnit<T>({ tenant, actor }: Scene, work: () => Promise<T>): Promise<T> {
  const { tenancy } = await import('#kernel/tenancy/tenancy')
  return tenancy.run(tenant, work, { actor })
}

async function forgetFiles({ tenant }: Scene): Promise<void> {
  const { default: drive } = await import('@adonisjs/drive/services/main')
  await drive.use().deleteAll(`tenants/${tenant.id}/contacts`)
}
