import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { test } from '@japa/runner'
import { askRaw } from '#tests/functional/security/raw'
import { Workspace } from '#tests/support/workspace'
import { until } from '#tests/support/until'

const ADDRESS = '/app/settings/agency/logo'
const BOUNDARY = 'freehold'

/** A file as a browser sends it. */
const part = (content: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="logo"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n${content}\r\n`

/** Without the middleware, all four find what was sent. */
test.group('A file that somebody sends', (group) => {
  const workspace = new Workspace()
  let folder = ''
  group.each.setup(async () => {
    await workspace.open()
    const before = process.env.TMPDIR
    folder = await mkdtemp(join(tmpdir(), 'freehold-test-'))
    process.env.TMPDIR = folder
    return async () => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      await rm(folder, { recursive: true })
    }
  })

  const headers = () => ({
    ...workspace.cookieOf('principal'),
    'host': workspace.agency.host,
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  })

  test('does not stay behind when it was taken in', async ({ client, assert }) => {
    const sent = client.post(ADDRESS).file('logo', Buffer.from('no picture'), { filename: 'a.png' })
    const answer = await workspace.as('principal', sent)
    answer.assertStatus(302)
    assert.deepEqual(await readdir(folder), [])
  })

  test('does not stay behind when nobody may send it', async ({ client, assert }) => {
    const sent = client.post(ADDRESS).file('logo', Buffer.from('no picture'), { filename: 'a.png' })
    await workspace.asNobody(sent)
    assert.deepEqual(await readdir(folder), [])
  })

  test('does not stay behind when the next one is too large', async ({ assert }) => {
    const body = part('small') + part('x'.repeat(65 * 1024 * 1024)) + `--${BOUNDARY}--\r\n`
    const { status } = await askRaw({ method: 'POST', path: ADDRESS, headers: headers(), body })
    assert.equal(status, 413)
    await until(async () => (await readdir(folder)).length === 0)
  }).timeout(30_000)

  test('does not stay behind when the line breaks', async () => {
    const asked = request({
      ...{ host: '127.0.0.1', port: Number(process.env.PORT), method: 'POST', path: ADDRESS },
      headers: { ...headers(), 'content-length': 1_000_000 },
    })
    asked.on('error', () => {})
    asked.write(part('small') + part('half').slice(0, -2))
    await until(async () => (await readdir(folder)).length === 2)
    asked.destroy()
    await until(async () => (await readdir(folder)).length === 0)
  })
})
