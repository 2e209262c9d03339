import { Readable } from 'node:stream'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import CleanFiles, { cleanAgency } from '#kernel/files/clean_files'
import { fileAddress, publicFileAddress } from '#kernel/files/file_address'
import {
  depositFile,
  discardFile,
  findFile,
  folderOf,
  keepFile,
  storeFile,
} from '#kernel/files/file_store'
import type { FileSource } from '#kernel/files/file_source'
import type StoredFile from '#kernel/files/stored_file'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import { Workspace } from '#tests/support/workspace'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

test.group('A file of an agency', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())
  group.each.teardown(() => drive.use().deleteAll(folderOf(workspace.agency.id)))

  async function keep(source: FileSource, name = 'photo.png'): Promise<StoredFile> {
    const result = await workspace.agency.inUnit(() => storeFile(source, { name, module: 'probe' }))
    if (!result.ok) throw new Error(result.reason)
    return result.value
  }

  const address = (file: StoredFile, seconds?: number) =>
    workspace.agency.inUnit(async () => fileAddress(file.id, seconds))

  test('knows its size, its hash and its type by content', async ({ assert }) => {
    const { $attributes } = await keep(PNG, 'invoice.pdf')

    assert.containsSubset($attributes, {
      name: 'invoice.pdf',
      mediaType: 'image/png',
      bytes: PNG.length,
      sha256: '6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0',
    })
    assert.match(
      $attributes.storageKey,
      new RegExp(`^tenants/${workspace.agency.id}/probe/[0-9a-f-]{36}$`)
    )
  })

  test('may come as a stream or lie on this machine', async ({ assert, cleanup }) => {
    const path = join(tmpdir(), `freehold-${workspace.agency.id}.csv`)
    await writeFile(path, 'name\nAnn\n')
    cleanup(() => import('node:fs/promises').then(({ rm }) => rm(path)))

    const streamed = await keep(Readable.from(['name\n', 'Ann\n']), 'people.csv')
    const local = await keep({ path }, 'people.csv')

    assert.equal(streamed.sha256, local.sha256)
    assert.equal(local.mediaType, 'text/csv')
    assert.equal(streamed.bytes, 9)
  })

  test('is refused when it is empty or too large, however large it said it was', async ({
    assert,
  }) => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1_000)
      })()
    )
    const facts = { name: 'a', module: 'probe', most: 10_000 }

    const [large, empty] = await workspace.agency.inUnit(async () => [
      await storeFile(endless, facts),
      await storeFile(Buffer.alloc(0), facts),
    ])

    assert.containsSubset([large, empty], [{ reason: 'too_large' }, { reason: 'empty' }])
  })

  test('never has a name that is a path', async ({ assert }) => {
    const file = await keep(PNG, '../../etc/passwd\u0000.png')
    const long = await keep(PNG, `${'x'.repeat(400)}.png`)

    assert.notMatch(file.name, /[/\\\p{C}]/u)
    assert.lengthOf(long.name, 200)
    assert.isTrue(long.name.endsWith('.png'))
  })

  test('is served under its signed address, and a picture is shown', async ({ client, assert }) => {
    const response = await workspace.asNobody(client.get(await address(await keep(PNG))))

    response.assertStatus(200)
    assert.deepEqual(response.body(), PNG)
    assert.containsSubset(response.headers(), {
      'content-type': 'image/png',
      'content-disposition': `inline; filename*=UTF-8''photo.png`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  test('may be kept by caches where everybody may see it, until its address expires', async ({
    client,
    assert,
  }) => {
    const file = await keep(PNG)
    const here = await workspace.agency.inUnit(async () => publicFileAddress(file.id))
    const again = await workspace.agency.inUnit(async () => publicFileAddress(file.id))

    const response = await workspace.asNobody(client.get(here))
    const forged = await workspace.asNobody(client.get(`${await address(file)}&public=1`))
    const bent = await workspace.asNobody(client.get(here.replace('public=1&', '')))

    assert.equal(here, again)
    assert.match(response.header('cache-control')!, /^public, max-age=\d{6,7}, immutable$/)
    forged.assertStatus(404)
    bent.assertStatus(404)
  })

  test('is downloaded rather than shown when it could run something', async ({
    client,
    assert,
  }) => {
    for (const [name, content] of Object.entries({
      'page.png': '<html><script>alert(1)</script></html>',
      'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'declared.svg': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    })) {
      const response = await workspace.asNobody(
        client.get(await address(await keep(Buffer.from(content), name)))
      )
      response.assertStatus(200)
      assert.match(response.header('content-disposition')!, /^attachment;/)
      assert.notMatch(response.header('content-type')!, /html|svg/)
      assert.include(response.header('content-security-policy')!, 'sandbox')
    }
  })

  test("does not exist on another agency's host", async ({ client }) => {
    const here = await address(await keep(PNG))

    const response = await workspace.asStranger(client.get(here))

    response.assertStatus(404)
  })

  test('does not exist without a signature, with a changed one or another expiry', async ({
    client,
  }) => {
    const file = await keep(PNG)
    const good = new URL(await address(file), 'http://x')
    const other = await address(await keep(PNG))

    for (const bad of [
      `/files/${file.id}`,
      `/files/${file.id}?expires=9999999999&signature=${good.searchParams.get('signature')}`,
      `${good.pathname}?${new URL(other, 'http://x').searchParams}`,
      `/files/..%2f..%2fetc%2fpasswd${good.search}`,
    ]) {
      const response = await workspace.asNobody(client.get(bad))
      response.assertStatus(404)
    }
  })

  test('is refused when its address has expired', async ({ client }) => {
    const response = await workspace.asNobody(client.get(await address(await keep(PNG), -600)))

    response.assertStatus(403)
  })

  test('is gone at once when it was discarded', async ({ client }) => {
    const file = await keep(PNG)
    const here = await address(file)
    await workspace.agency.inUnit(async () => discardFile((await findFile(file.id))!))

    const response = await workspace.asNobody(client.get(here))

    response.assertStatus(404)
  })

  test('is not served while the agency is suspended', async ({ client }) => {
    const here = await address(await keep(PNG))
    await workspace.agency.fleet('suspend', { reason: 'unpaid' })

    const response = await workspace.asNobody(client.get(here))
    await workspace.agency.fleet('resume')

    response.assertStatus(423)
  })

  test('may be deposited first and kept later, in a unit that waits for no storage', async ({
    assert,
  }) => {
    const facts = { name: 'a.csv', module: 'probe' }
    const deposit = await depositFile(workspace.agency.id, Buffer.from('a,b'), facts)
    if (!deposit.ok) return assert.fail(deposit.reason)

    const file = await workspace.agency.inUnit(() => keepFile(deposit.value), 'principal')

    assert.equal(file.ownerId, await workspace.agency.memberId('principal'))
  })

  test('leaves bytes that are cleaned away when its unit rolled back', async ({ assert }) => {
    const kept = await keep(PNG)
    const lost = await workspace.agency.inUnit(async () => {
      const result = await storeFile(PNG, { name: 'lost.png', module: 'probe' })
      unit().refuse()
      return result.ok ? result.value.storageKey : ''
    })

    await cleanAgency(await workspace.agency.tenant())
    assert.isTrue(await drive.use().exists(lost), 'its unit might still be at work')

    await cleanAgency(await workspace.agency.tenant(), -1_000)
    assert.isFalse(await drive.use().exists(lost))
    assert.isTrue(await drive.use().exists(kept.storageKey))
  })

  test('leaves nothing a week after it was discarded', async ({ assert }) => {
    const file = await keep(PNG)
    await ownerPool().query(
      `update ${schemaName(workspace.agency.id)}.files set deleted_at = now() - interval '8 days'`
    )

    await cleanAgency(await workspace.agency.tenant(), -1_000)

    assert.isFalse(await drive.use().exists(file.storageKey))
    assert.equal(
      (await ownerPool().query(`select from ${schemaName(workspace.agency.id)}.files`)).rowCount,
      0
    )
  })

  test('is cleaned away though another agency cannot be read', async ({ assert, cleanup }) => {
    const [first, last] = [workspace.agency, workspace.neighbour].toSorted((one, other) =>
      one.id < other.id ? -1 : 1
    )
    await last.inUnit(() => storeFile(PNG, { name: 'photo.png', module: 'probe' }))
    const files = (id: string) => `${schemaName(id)}.files`
    await ownerPool().query(
      `update ${files(last.id)} set deleted_at = now() - interval '8 days';
       alter table ${files(first.id)} rename to files_elsewhere`
    )
    cleanup(async () => {
      await ownerPool().query(`alter table ${schemaName(first.id)}.files_elsewhere rename to files`)
      await drive.use().deleteAll(folderOf(last.id))
    })

    await assert.rejects(() => new CleanFiles().handle(), /E_NOT_CLEANED: 1 agencies/)

    const { rowCount } = await ownerPool().query(`select from ${files(last.id)}`)
    assert.equal(rowCount, 0)
  })
})
