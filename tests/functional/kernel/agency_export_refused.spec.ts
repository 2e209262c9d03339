import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import drive from '@adonisjs/drive/services/main'
import { test } from '@japa/runner'
import { unpack } from '#kernel/fleet/export_archive'
import type { ExportManifest, ExportedCore } from '#kernel/fleet/export_format'
import { exportAgency } from '#kernel/fleet/exporting'
import { FleetRefusal } from '#kernel/fleet/fleet_refusal'
import { importAgency } from '#kernel/fleet/importing'
import { ownerPool } from '#kernel/fleet/owner'
import env from '#start/env'
import { Workspace } from '#tests/support/workspace'
import { fillAgency } from './filled_agency.ts'

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Everything that an import could leave behind. */
async function traces(): Promise<unknown> {
  const { rows } = await ownerPool().query(
    `select (select count(*) from core.tenants) as tenants, (select count(*) from core.identities) as identities,
            (select count(*) from core.tenant_hosts) as hosts, (select count(*) from core.memberships) as memberships,
            (select count(*) from pg_namespace where nspname like 't\\_%') as schemas,
            (select count(*) from pg_roles where rolname like (select id from core.installation) || '\\_t\\_%') as roles`
  )
  return rows[0]
}

test.group('An import is refused', (group) => {
  const { agency, neighbour } = new Workspace()
  let room: string
  let folder: string
  let before: unknown

  group.each.setup(async () => {
    await new Workspace().open()
    room = await mkdtemp(join(tmpdir(), 'freehold-import-test-'))
    folder = join(room, 'agency')
    await fillAgency(agency.id)
    await exportAgency(agency.id, folder)
    before = await traces()
  })
  group.each.teardown(async () => {
    await drive.use().deleteAll(`tenants/${agency.id}/`)
    await rm(room, { recursive: true, force: true })
  })

  async function change<Content>(file: string, edit: (content: Content) => void): Promise<string> {
    const content = JSON.parse(await readFile(join(folder, file), 'utf8'))
    edit(content)
    const text = JSON.stringify(content)
    await writeFile(join(folder, file), text)
    return text
  }

  /** Changes it as somebody would who knows how sums are made. */
  async function forgeCore(edit: (core: ExportedCore) => void): Promise<void> {
    const text = await change('core.json', edit)
    await change<ExportManifest>('manifest.json', (manifest) => {
      manifest.core_sha256 = sumOf(text)
    })
  }

  async function forgeTable(name: string, edit: (csv: string) => string): Promise<void> {
    const file = join(folder, 'tables', `${name}.csv`)
    const csv = edit(await readFile(file, 'utf8'))
    await writeFile(file, csv)
    await change<ExportManifest>('manifest.json', ({ tables }) => {
      tables.find((table) => table.name === name)!.sha256 = sumOf(csv)
    })
  }

  async function refusalOf(as = 'copied'): Promise<string> {
    const error = await importAgency(folder, { as }).then(
      () => new Error('it was accepted'),
      (reason) => reason
    )
    return error instanceof FleetRefusal ? error.message : `no refusal: ${error.stack}`
  }

  test('where there is no export', async ({ assert }) => {
    folder = join(room, 'elsewhere')

    assert.match(await refusalOf(), /no manifest\.json/)
  })

  test('when a row was added, a file changed or the rows about the agency touched', async ({
    assert,
  }) => {
    const { files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    for (const file of ['tables/teams.csv', `files/${files[0].id}`, 'core.json']) {
      const content = await readFile(join(folder, file))
      await appendFile(join(folder, file), ' ')
      assert.equal(
        await refusalOf(),
        `The export is damaged: ${file} is not what its manifest says.`
      )
      await writeFile(join(folder, file), content)
    }
    assert.deepEqual(await traces(), before)
  })

  test('when its format or its manifest is unknown', async ({ assert }) => {
    await change<ExportManifest>('manifest.json', (manifest) => (manifest.format = 99))
    assert.match(await refusalOf(), /format that this version/)

    await change<ExportManifest>('manifest.json', (manifest) => {
      manifest.tables[0].name = '../../etc/passwd'
    })
    assert.match(await refusalOf(), /not one that an export writes/)
  })

  test('when another build made its tables', async ({ assert }) => {
    await change<ExportManifest>('manifest.json', ({ migrations }) => {
      migrations[0].checksum = 'another'
    })

    assert.match(await refusalOf(), /migration \w+\/\w+, which this version .* does not have/)
    assert.deepEqual(await traces(), before)
  })

  test('when it lacks a table', async ({ assert }) => {
    await change<ExportManifest>('manifest.json', (manifest) => {
      manifest.tables = manifest.tables.filter(({ name }) => name !== 'tags')
    })

    assert.match(await refusalOf(), /tables do not fit .*: tags\(/)
    assert.deepEqual(await traces(), before)
  })

  test('when rows went missing on the way', async ({ assert }) => {
    await change<ExportManifest>('manifest.json', ({ tables }) => {
      tables.find(({ name }) => name === 'teams')!.rows = 8
    })

    assert.match(await refusalOf(), /teams has 9 rows .* 8/)
    assert.deepEqual(await traces(), before)
  })

  test('when a table does not read back as it was written', async ({ assert }) => {
    await forgeTable('counters', (csv) => csv.replace('apples,1,', 'apples,0001,'))

    assert.match(await refusalOf(), /counters has 3 rows .* does not equal/)
    assert.deepEqual(await traces(), before)
  })

  test('when a module, a plan or the key of its secrets is not known here', async ({ assert }) => {
    await forgeCore((core) => core.switches.push({ module: 'astrology', state: 'on' }))
    assert.match(await refusalOf(), /"astrology", which is not installed/)

    await forgeCore((core) => {
      core.switches.pop()
      core.plan.version = 999
    })
    assert.match(await refusalOf(), /\(version 999\), which is not known/)

    await forgeCore((core) => {
      core.plan.version = 1
      core.agency.data_key = core.agency.data_key.replace(/^[^.]+/, 'stolen')
    })
    assert.match(await refusalOf(), /sealed with the key "stolen"/)
    assert.deepEqual(await traces(), before)
  })

  test('when it reaches for the files of another agency', async ({ assert }) => {
    await forgeTable('files', (csv) => csv.replaceAll(agency.id, neighbour.id))

    assert.match(await refusalOf(), /files outside of its own folder/)
    assert.deepEqual(await traces(), before)
  })

  test('when the name is taken', async ({ assert }) => {
    assert.match(await refusalOf(agency.slug), /is called "north" already/)
  })

  test('and no bytes of its files stay either', async ({ assert }) => {
    await forgeCore((core) => core.switches.push({ ...core.switches[0] }))
    await assert.rejects(() => importAgency(folder, { as: 'copied' }))

    const storage = app.makePath(env.get('DATA_DIR')!, 'storage/tenants')
    const entries = await readdir(storage, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath }) => parentPath)
    assert.isTrue(files.every((path) => path.startsWith(join(storage, agency.id))))
    assert.deepEqual(await traces(), before)
  })

  test('when its archive leads out of itself', async ({ assert }) => {
    await mkdir(join(room, 'unpacked'))
    await rm(join(folder, 'core.json'))
    await symlink('/etc/passwd', join(folder, 'core.json'))
    execFileSync('tar', ['-czf', join(room, 'a.tar.gz'), '-C', folder, '.'])

    await assert.rejects(
      () => unpack(join(room, 'a.tar.gz'), join(room, 'unpacked')),
      /"core.json", which is no plain file/
    )
  })
})
