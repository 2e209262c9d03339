import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import drive from '@adonisjs/drive/services/main'
import { test } from '@japa/runner'
import { SignUpAgency } from '#app/agencies'
import { Team } from '#app/members'
import { deleteAgency } from '#kernel/fleet/deletion'
import { pack, unpack } from '#kernel/fleet/export_archive'
import type { ExportManifest } from '#kernel/fleet/export_format'
import { exportAgency } from '#kernel/fleet/exporting'
import { awaitFleet, requestFleet } from '#kernel/fleet/fleet_tasks'
import { importAgency } from '#kernel/fleet/importing'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { Workspace } from '#tests/support/workspace'
import { fillAgency } from './filled_agency.ts'

const ann = { market: 'US' as const, name: 'Ann Lee', password: 'a long walk by the sea' }

async function unitOf<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  tenantDirectory.forget(tenantId)
  const tenant = await tenantDirectory.byId(tenantId)
  return tenancy.run(tenant!, work)
}

const sql = async <Row>(text: string, values: unknown[] = []) =>
  (await ownerPool().query(text, values)).rows as Row[]

function tablesBut(manifest: ExportManifest, left: string) {
  return manifest.tables.filter(({ name }) => name !== left)
}

test.group('Exporting and importing an agency', (group) => {
  const { agency } = new Workspace()
  const opened: string[] = []
  let room: string
  let folder: string

  group.each.setup(async () => {
    await new Workspace().open()
    room = await mkdtemp(join(tmpdir(), 'freehold-export-test-'))
    folder = join(room, 'agency')
  })
  group.each.teardown(async () => {
    for (const id of opened.splice(0)) await deleteAgency(id)
    await drive.use().deleteAll(`tenants/${agency.id}/`)
    await rm(room, { recursive: true, force: true })
  })

  async function importHere(from: string, as?: string) {
    const imported = await importAgency(from, { as })
    opened.push(imported.tenantId)
    return imported
  }

  test('gives every table and file back as it was, under another name', async ({ assert }) => {
    await fillAgency(agency.id)
    const before = await exportAgency(agency.id, folder)

    const { tenantId } = await importHere(folder, 'copied')
    const after = await exportAgency(tenantId, join(room, 'again'))

    assert.deepEqual(tablesBut(after, 'files'), tablesBut(before, 'files'))
    assert.deepEqual(after.files, before.files)
    assert.deepEqual(after.migrations, before.migrations)
    assert.isEmpty(after.missing_files)
    assert.equal(before.tables.find(({ name }) => name === 'timeline_entries')!.rows, 9)
    assert.lengthOf(before.files, 1)
  })

  test('opens an agency that works, on its own address and apart from the first', async ({
    assert,
  }) => {
    await exportAgency(agency.id, folder)
    const { tenantId } = await importHere(folder, 'copied')

    await unitOf(tenantId, () => Team.create({ name: 'Only here' }))

    const tenant = await tenantDirectory.byHost('copied.freehold.localhost')
    assert.deepInclude(tenant, { id: tenantId, status: 'active' })
    assert.deepEqual(tenant!.modules, (await agency.tenant()).modules)
    assert.lengthOf(await agency.inUnit(() => Team.query().where('name', 'Only here')), 0)
    await assert.rejects(
      () => unitOf(tenantId, () => unitSql(`select * from ${schemaName(agency.id)}.teams`)),
      /permission denied/
    )
  })

  test('moves an agency under its own id, name and people', async ({ assert }) => {
    const founded = await new SignUpAgency().handle({
      ...ann,
      agency: 'Movable',
      slug: 'movable',
      email: 'ann@movable.example',
    })
    if (!founded.ok) return assert.fail(founded.reason)
    const { tenantId, identityId } = founded.value
    await fillAgency(tenantId)
    const before = await exportAgency(tenantId, folder)
    await deleteAgency(tenantId)
    await sql('delete from core.identities where id = $1', [identityId])

    const imported = await importHere(folder)
    const after = await exportAgency(tenantId, join(room, 'again'))

    assert.deepInclude(imported, { tenantId, slug: 'movable' })
    assert.deepEqual(after.tables, before.tables)
    assert.deepEqual(
      await sql('select password_hash, email_verified_at from core.identities where id = $1', [
        identityId,
      ]),
      [{ password_hash: null, email_verified_at: null }]
    )
  })

  test('knows people again by the e-mail that they proved, and nobody by one that is claimed', async ({
    assert,
  }) => {
    const [before, email] = [agency.identityId('principal'), agency.email('principal')]
    await exportAgency(agency.id, folder)
    await sql(`update core.identities set email = 'gone@north.example' where id = $1`, [before])
    const [{ id: proved }] = await sql<{ id: string }>(
      `insert into core.identities (email, name, email_verified_at) values ($1, 'Proved', now()) returning id`,
      [email]
    )

    const first = await importHere(folder, 'copied')
    const members = await sql(
      `select m.identity_id from "${schemaName(first.tenantId)}".members own
         join core.memberships m on m.identity_id = own.identity_id and m.tenant_id = $1 where own.role = 'principal'`,
      [first.tenantId]
    )
    await sql('update core.identities set email_verified_at = null where id = $1', [proved])
    const second = await importHere(folder, 'copied-again')

    assert.equal(first.people.get(before), proved)
    assert.deepEqual(members, [{ identity_id: proved }])
    const claimed = second.people.get(before)
    assert.isTrue(claimed !== proved && claimed !== before)
    await sql('update core.identities set email = $2 where id = $1', [before, email])
  })

  test('is done by the fleet worker, too, which keeps the archive among the files', async ({
    assert,
  }) => {
    await fillAgency(agency.id)
    await awaitFleet(await requestFleet('export', { tenantId: agency.id }))
    const { answer } = await awaitFleet(await requestFleet('export', { tenantId: agency.id }))

    const archives = await sql<{ id: string; storage_key: string; gone: boolean }>(
      `select id, storage_key, deleted_at is not null as gone from "${schemaName(agency.id)}".files
        where subject_type = 'export' order by created_at`
    )
    assert.deepEqual(
      archives.map(({ gone }) => gone),
      [true, false]
    )
    assert.equal(answer?.fileId, archives[1].id)
    await writeFile(join(room, 'a.tgz'), await drive.use().getBytes(archives[1].storage_key))
    await mkdir(folder)
    await unpack(join(room, 'a.tgz'), folder)
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    assert.lengthOf(manifest.files, 1)
    assert.isEmpty(manifest.missing_files)
  })

  test('survives being packed and unpacked', async ({ assert }) => {
    await fillAgency(agency.id)
    await exportAgency(agency.id, folder)
    await pack(folder, join(room, 'a.tar.gz'))
    await mkdir(join(room, 'unpacked'))
    await unpack(join(room, 'a.tar.gz'), join(room, 'unpacked'))

    const { tenantId } = await importHere(join(room, 'unpacked'), 'copied')

    assert.lengthOf(await unitOf(tenantId, () => Team.all()), 9)
  })

  test('can be made of an agency that is closed', async ({ assert }) => {
    await agency.fleet('close')

    const { tables } = await exportAgency(agency.id, folder)

    assert.isTrue(existsSync(join(folder, 'tables', `${tables[0].name}.csv`)))
    await agency.fleet('resume')
  })

  test('never writes into a folder that holds something', async ({ assert }) => {
    await writeFile(join(room, 'mine.txt'), 'mine')

    await assert.rejects(() => exportAgency(agency.id, room), /is not empty/)
  })
})
