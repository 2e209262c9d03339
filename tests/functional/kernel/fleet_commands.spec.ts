import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { AppointOperator } from '#app/agencies'
import { deleteAgency } from '#kernel/fleet/deletion'
import { ownerPool } from '#kernel/fleet/owner'
import { PASSWORD } from '#tests/support/agency'
import { until } from '#tests/support/until'
import { Visitor } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Runs a command as an operator would: in a process of its own, with the owner's address. */
function ace(args: string[], settings: Record<string, string> = {}): Promise<Ended> {
  const options = { cwd: app.makePath(), env: { ...process.env, ...settings } }
  return new Promise((resolve) =>
    execFile(process.execPath, ['ace.js', ...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    )
  )
}

const statusOf = async (slug: string) =>
  (
    await ownerPool().query<{ status: string }>('select status from core.tenants where slug = $1', [
      slug,
    ])
  ).rows[0]?.status

test.group('The commands of the fleet', (group) => {
  const { agency, neighbour } = new Workspace()
  group.each.setup(() => new Workspace().open())

  test('suspend an agency, show it, and resume it', async ({ assert }) => {
    await ace(['fleet:suspend', agency.slug, '--reason=unpaid'])
    assert.equal(await statusOf(agency.slug), 'suspended')

    const { stdout } = await ace(['fleet:status'])
    assert.match(stdout, /active +\d+\n +suspended +1/)
    assert.match(stdout, /Migrations to run: none/)

    const resumed = await ace(['fleet:resume', agency.slug])
    assert.deepEqual(resumed, { code: 0, stdout: 'north is open again\n', stderr: '' })
    assert.equal(await statusOf(agency.slug), 'active')
  })

  test('refuse with one sentence and exit code 1', async ({ assert }) => {
    assert.deepEqual(await ace(['fleet:suspend', 'nowhere']), {
      code: 1,
      stdout: '',
      stderr: 'No agency is called "nowhere".\n',
    })
    const nowhere = { DATABASE_OWNER_URL: 'postgres://a:b@127.0.0.1:1/c' }
    assert.match(
      (await ace(['fleet:status'], nowhere)).stderr,
      /^The database does not answer .+\n$/
    )
    const early = await ace(['fleet:delete', agency.slug, '--now'])
    assert.deepEqual(
      [early.code, early.stderr],
      [1, 'north is not closed: run fleet:delete north first.\n']
    )
  })

  test('export to an archive and import it under another name', async ({ assert, cleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-commands-'))
    cleanup(() => rm(folder, { recursive: true, force: true }))
    const archive = join(folder, 'north.tar.gz')

    const exported = await ace(['fleet:export', agency.slug, archive])
    assert.match(exported.stdout, /^Exported \d+ tables with \d+ rows, and 0 files/)
    assert.equal((await ace(['fleet:export', agency.slug, archive])).code, 1)

    const imported = await ace(['fleet:import', archive, '--as=north-copy'])
    assert.deepEqual([imported.code, imported.stderr], [0, ''])
    assert.equal(await statusOf('north-copy'), 'active')
    const again = await ace(['fleet:import', archive])
    assert.match(again.stderr, /An agency is called "north" already/)

    const { rows } = await ownerPool().query<{ id: string }>(
      `select id from core.tenants where slug = 'north-copy'`
    )
    await deleteAgency(rows[0].id)
  })

  test('appoint an operator, who chooses a password by a link, and dismiss one', async ({
    assert,
    cleanup,
  }) => {
    const email = 'nia@operators.example'
    cleanup(async () => {
      await ownerPool().query('delete from core.identities where email = $1', [email])
    })
    const dismiss = () => new AppointOperator().handle({ email, name: 'Nia', role: null })
    const role = async () =>
      (
        await ownerPool().query<{ operator_role: string | null }>(
          'select operator_role from core.identities where email = $1',
          [email]
        )
      ).rows[0]?.operator_role

    assert.match((await ace(['operators:appoint', email, 'emperor'])).stderr, /no role "emperor"/)
    assert.isFalse((await dismiss()).ok)
    assert.isUndefined(await role())

    const { stdout } = await ace(['operators:appoint', email, 'moderator'])
    assert.equal(await role(), 'moderator')
    const [, link] = /console\.freehold\.localhost:\d+(\S+)/.exec(stdout) ?? []
    const person = new Visitor('console.freehold.localhost')
    await person.get(link)
    await person.post(link, { password: PASSWORD })
    await person.signIn(email, PASSWORD)
    assert.equal((await person.get('/')).status, 200)

    assert.isTrue((await dismiss()).ok)
    assert.isNull(await role())
    await until(async () => (await person.get('/')).location?.startsWith('/login') ?? false)
  })

  test('wrap data keys anew, so that the old key of the ring can go', async ({
    assert,
    cleanup,
  }) => {
    const read = async () =>
      (
        await ownerPool().query<{ id: string; data_key: string }>(
          'select id, data_key from core.tenants where id = any($1) order by id',
          [[agency.id, neighbour.id]]
        )
      ).rows
    const before = await read()
    cleanup(async () => {
      for (const { id, data_key: key } of before)
        await ownerPool().query('update core.tenants set data_key = $2 where id = $1', [id, key])
    })
    const fresh = `fresh:${'k'.repeat(40)}`
    const both = { APP_KEYS: `${fresh},${process.env.APP_KEYS}` }

    assert.match((await ace(['fleet:rewrap'], both)).stdout, /Wrapped (\d+) of \1 /)
    const after = await read()
    assert.isTrue(after.every((row) => row.data_key.startsWith('fresh.')))

    assert.match((await ace(['fleet:rewrap'], both)).stdout, /Wrapped 0 of /)
    assert.deepEqual(await read(), after)
    const turned = { APP_KEYS: `${process.env.APP_KEYS},${fresh}` }
    assert.match((await ace(['fleet:rewrap'], turned)).stdout, /Wrapped (\d+) of \1 /)

    const stranger = await ace(['fleet:rewrap'], { APP_KEYS: fresh })
    assert.equal(stranger.code, 1)
    assert.match(stranger.stderr, /north: no key of APP_KEYS opens its data key/)
  })
})
