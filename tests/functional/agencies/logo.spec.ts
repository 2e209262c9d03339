import { crc32 } from 'node:zlib'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import sharp from 'sharp'
import type { StaffRole } from '#app/members'
import { folderOf } from '#kernel/files/file_store'
import { unitSql } from '#kernel/tenancy/sql'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { Workspace } from '#tests/support/workspace'

const ADDRESS = '/app/settings/agency/logo'
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

/** Wide, half of it transparent, and telling where it was taken. */
function aLogo(format: 'png' | 'jpeg' | 'webp' = 'png'): Promise<Buffer> {
  const background = { r: 200, g: 20, b: 20, alpha: 0.5 }
  return sharp({ create: { width: 1200, height: 300, channels: 4, background } })
    .withExif({ IFD0: { Make: 'Canary camera' } })
    .toFormat(format)
    .toBuffer()
}

/** A few bytes that claim to be 30,000 pixels wide and high. */
async function aBomb(): Promise<Buffer> {
  const png = await aLogo()
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

test.group("An agency's logo", (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())
  group.each.teardown(() => drive.use().deleteAll(folderOf(workspace.agency.id)))

  const upload = (
    client: ApiClient,
    { content, name = 'logo.png', role = 'principal' }: Sent,
    as: 'as' | 'asFragment' = 'as'
  ) => workspace[as](role, client.post(ADDRESS).file('logo', content, { filename: name }))

  interface Sent {
    content: Buffer
    name?: string
    role?: StaffRole
  }

  const branding = async () => {
    tenantDirectory.forget(workspace.agency.id)
    return (await workspace.agency.tenant()).branding
  }
  const shownIn = (html: string) =>
    /class="brand-logo" src="([^"]+)"/.exec(html)?.[1].replaceAll('&amp;', '&')

  test('is drawn anew, small, with what shines through and nothing else', async ({
    client,
    assert,
  }) => {
    for (const format of ['jpeg', 'webp', 'png'] as const) {
      const answer = await upload(client, { content: await aLogo(format) })
      answer.assertHeader('location', '/app/settings/agency')

      const page = await workspace.as('marketing', client.get('/app/tasks'))
      const file = await workspace.asNobody(client.get(shownIn(page.text())!))
      const { width, height, hasAlpha, exif, ...head } = await sharp(file.body()).metadata()

      file.assertHeader('content-type', 'image/webp')
      assert.match(file.header('cache-control')!, /^public, max-age=\d+, immutable$/)
      assert.deepEqual([head.format, width, height, exif], ['webp', 512, 128, undefined])
      assert.equal(hasAlpha, format !== 'jpeg')
    }
  })

  test('stands in the workspace, at the door and on what everybody sees', async ({
    client,
    assert,
  }) => {
    await upload(client, { content: await aLogo() })

    const settings = await workspace.as('principal', client.get('/app/settings/agency'))
    const door = await workspace.asNobody(client.get('/login'))
    const portal = await workspace.asNobody(client.get('/portal'))

    const address = shownIn(settings.text())
    assert.isString(address)
    assert.include(settings.text(), 'width="512" height="128"')
    assert.include(settings.text(), 'Remove logo')
    assert.deepEqual([shownIn(door.text()), shownIn(portal.text())], [address, address])
  })

  test('is replaced under another address, and removed again, each time on record', async ({
    client,
    assert,
  }) => {
    await upload(client, { content: await aLogo() })
    const first = await workspace.as('principal', client.get('/app'))
    await upload(client, { content: await aLogo('webp') })
    const second = await workspace.as('principal', client.get('/app'))
    await workspace.as('principal', client.delete(ADDRESS))
    const none = await workspace.as('principal', client.get('/app'))
    await workspace.as('principal', client.delete(ADDRESS))

    assert.notEqual(shownIn(first.text()), shownIn(second.text()))
    const gone = await workspace.asNobody(client.get(shownIn(first.text())!))
    gone.assertStatus(404)
    assert.isUndefined(shownIn(none.text()))
    none.assertTextIncludes('avatar-brand')
    assert.deepEqual(await branding(), {})
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string }>('select action from audit_entries order by id')
    )
    const acts = rows.map(({ action }) => action)
    assert.deepEqual(acts, ['agency.logo_changed', 'agency.logo_changed', 'agency.logo_removed'])
  })

  test('leaves colours and name alone, as they leave it', async ({ client, assert }) => {
    const settings = { name: 'North', timeZone: 'America/Denver', primary: '#7c2d12', version: 1 }
    await workspace.as('principal', client.put('/app/settings/agency').form(settings))
    await upload(client, { content: await aLogo() })
    const again = { ...settings, primary: '#1f4d3f', version: 2 }
    await workspace.as('principal', client.put('/app/settings/agency').form(again))

    const { primary, logoFileId } = await branding()
    assert.equal(primary, '#1f4d3f')
    assert.isString(logoFileId)
  })

  test('is refused with a reason where it is none', async ({ client, assert }) => {
    const tries: [Sent, string][] = [
      [{ content: SVG, name: 'logo.svg' }, 'Drawings such as SVG can contain programs'],
      [{ content: SVG, name: 'logo.png' }, 'not a PNG, JPEG or WebP picture'],
      [{ content: (await aLogo()).subarray(0, 60) }, 'cannot be read'],
      [{ content: await aBomb() }, 'more than 16 million pixels'],
      [{ content: Buffer.alloc(2 * 1024 * 1024 + 1) }, 'larger than 2 MB'],
      [{ content: Buffer.alloc(0) }, 'Choose a picture first'],
    ]
    for (const [sent, reason] of tries) {
      const answer = await upload(client, sent, 'asFragment')
      answer.assertStatus(422)
      assert.include(answer.text(), reason)
      assert.include(answer.text(), 'logo')
    }
    const plain = await upload(client, tries[0][0])
    plain.assertStatus(302)

    assert.deepEqual(await branding(), {})
  })

  test('is for those who manage the agency, on its own host', async ({ client, assert }) => {
    const content = await aLogo()
    const forbidden = await upload(client, { content, role: 'marketing' })
    const removal = await workspace.as('marketing', client.delete(ADDRESS))
    const stranger = await workspace.asStranger(client.post(ADDRESS).file('logo', content))

    forbidden.assertStatus(403)
    removal.assertStatus(403)
    assert.deepEqual(await branding(), {})
    stranger.assertStatus(302)
    assert.isUndefined(shownIn((await workspace.as('principal', client.get('/app'))).text()))
  })
})
