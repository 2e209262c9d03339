import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { StaffRole } from '#app/members'
import { unitSql } from '#kernel/tenancy/sql'
import type Listing from '../../models/listing.ts'
import { aPaper, aPicture, aPixelBomb } from '../pictures.ts'
import { MediaWorkspace } from '../media_workspace.ts'

type Sent = [content: Buffer, filename: string]

test.group('Adding media to a listing', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  const address = (listing: Listing) => `/app/listings/${listing.id}/media`

  function send(client: ApiClient, listing: Listing, ...files: Sent[]) {
    let request = client.post(address(listing))
    for (const [content, filename] of files) request = request.file('files', content, { filename })
    return request
  }

  test('takes many at once from a plain form, and shows none before it is prepared', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()

    const response = await workspace.as(
      'principal',
      send(
        client,
        listing,
        [await aPicture(), 'front.jpg'],
        [await aPicture({ format: 'png' }), 'garden.png'],
        [await aPicture({ format: 'webp' }), 'hall.webp'],
        [aPaper, 'deeds.pdf']
      )
    )

    response.assertHeader('location', address(listing))
    const media = await workspace.media(listing)
    assert.deepEqual(
      media.map(({ name, kind, moderation }) => [name, kind, moderation]),
      [
        ['front.jpg', 'photo', 'uploaded'],
        ['garden.png', 'photo', 'uploaded'],
        ['hall.webp', 'photo', 'uploaded'],
        ['deeds.pdf', 'pdf', 'approved'],
      ]
    )
    const page = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    assert.notInclude(page.text(), 'Picture 1')
    assert.include(page.text(), 'deeds.pdf')
  })

  test('takes one at a time from a script', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    const response = await workspace.asFragment(
      'principal',
      send(client, listing, [await aPicture(), 'front.jpg']).field('kind', 'floorplan')
    )

    response.assertStatus(204)
    assert.equal((await workspace.media(listing))[0].kind, 'floorplan')
  })

  test('refuses in words what is no picture, whatever its name', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    const script = '<script>alert(1)</script>'
    const jpeg = await aPicture()
    const hostile: Record<string, Sent> = {
      'is empty': [Buffer.alloc(0), 'front.jpg'],
      'is larger than 5 MB': [Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024)]), 'large.jpg'],
      'more than 80 million pixels': [await aPixelBomb(), 'bomb.png'],
      'is a HEIC photo': [
        Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'),
        'IMG_0001.jpg',
      ],
      'cannot be read': [jpeg.subarray(0, 40), 'cut.jpg'],
    }
    const neither: Sent[] = [
      [Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), 'drawing.svg'],
      [Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`), 'd.png'],
      [Buffer.from(`<html>${script}</html>`), 'page.jpg'],
      [Buffer.from(`GIF89a/*${script}*/`), 'polyglot.gif'],
      [Buffer.from('PK\u0003\u0004 and the rest of an archive'), 'archive.jpg'],
      [Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-TEST'), 'eicar.jpg'],
      [Buffer.from('MZ\u0090\u0000program'), 'setup.png'],
    ]
    const cases = [
      ...Object.entries(hostile),
      ...neither.map((sent) => ['neither a JPEG', sent] as const),
    ]

    for (const [words, sent] of cases) {
      const response = await workspace.asFragment('principal', send(client, listing, sent))
      response.assertStatus(422)
      assert.include(response.text(), words, sent[1])
    }
    assert.deepEqual(await workspace.media(listing), [])
  })

  test('keeps what is good when something beside it is not, and says which', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    const photo = await aPicture()

    await workspace.as(
      'principal',
      send(
        client,
        listing,
        [photo, 'front.jpg'],
        [Buffer.from('<html>'), 'page.jpg'],
        [photo, 'same.jpg']
      )
    )

    assert.deepEqual(
      (await workspace.media(listing)).map(({ name }) => name),
      ['front.jpg']
    )
  })

  test('rejects a form without files and a kind that does not exist', async ({ client }) => {
    const listing = await workspace.givenListing()

    const none = await workspace.asFragment('principal', client.post(address(listing)).form({}))
    const odd = await workspace.asFragment(
      'principal',
      send(client, listing, [await aPicture(), 'a.jpg']).field('kind', 'hologram')
    )

    none.assertStatus(422)
    none.assertTextIncludes('Choose at least one file.')
    odd.assertStatus(422)
  })

  test('gives hostile names no power', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    const names = ['../../etc/passwd.jpg', `${'x'.repeat(300)}.jpg`, '<img src=x onerror=a()>.jpg']

    for (const [index, name] of names.entries())
      await workspace.asFragment(
        'principal',
        send(client, listing, [await aPicture({ width: 100 + index }), name])
      )

    const kept = await workspace.media(listing)
    assert.lengthOf(kept, 3)
    for (const { name } of kept) {
      assert.notMatch(name!, /[/\\<>]/)
      assert.isAtMost(name!.length, 200)
    }
  })

  test('counts for the quality of the listing', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    const ask = (content: Buffer, name: string) =>
      workspace.asFragment('principal', send(client, listing, [content, name]))

    await ask(await aPicture(), 'front.jpg')
    const [{ id }] = await workspace.media(listing)
    await workspace.as('principal', client.put(`${address(listing)}/${id}`).form({ version: 1 }))
    const one = (await workspace.listing(listing.id))!.qualityScore
    await workspace.as('principal', client.delete(`${address(listing)}/${id}`))

    assert.equal(one - (await workspace.listing(listing.id))!.qualityScore, 3)
  })

  test('is forbidden to whoever may not change the listing', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    for (const role of ['junior_agent', 'collections_manager'] as StaffRole[]) {
      const response = await workspace.as(
        role,
        send(client, listing, [await aPicture(), 'front.jpg'])
      )
      response.assertStatus(403)
    }
    assert.deepEqual(await workspace.media(listing), [])
  })

  test('does not exist for another agency, nor where the module is off', async ({
    client,
    cleanup,
  }) => {
    const listing = await workspace.givenListing()
    const file: Sent = [await aPicture(), 'front.jpg']

    const stranger = await workspace.asStranger(send(client, listing, file))
    stranger.assertStatus(404)

    await workspace.agency.switchModule('listings', 'off')
    cleanup(() => workspace.agency.switchModule('listings', 'on'))
    const off = await workspace.as('principal', send(client, listing, file))
    off.assertStatus(404)
  })

  test('leaves no file behind for what was refused', async ({ client, assert }) => {
    const listing = await workspace.givenListing()

    await workspace.asFragment('principal', send(client, listing, [Buffer.from('<p>'), 'p.jpg']))

    const { rows } = await workspace.agency.inUnit(() => unitSql('select from files'))
    assert.deepEqual(rows, [])
  })
})
