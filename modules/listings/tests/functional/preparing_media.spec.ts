import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { findFile, readFile, storeFile } from '#kernel/files/file_store'
import type { LongRun } from '#kernel/events/listener'
import { fileAddress } from '#kernel/files/file_address'
import type { StaffRole } from '#app/members'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { AddMedium } from '../../actions/add_medium.ts'
import { ProcessMedium } from '../../actions/process_medium.ts'
import type Listing from '../../models/listing.ts'
import type ListingMedium from '../../models/listing_medium.ts'
import { aPhonePhoto, aPicture } from '../pictures.ts'
import { MediaWorkspace } from '../media_workspace.ts'

class Killed extends Error {}

test.group('Preparing a picture', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  /** Units of the person who sent it, until the one at which the worker dies. */
  function runOf({ role = 'principal', diesAt = 0 }: { role?: StaffRole; diesAt?: number } = {}) {
    let units = 0
    const inUnit = <T>(work: () => Promise<T>) => {
      units += 1
      if (units === diesAt) throw new Killed()
      return workspace.agency.inUnit(work, role)
    }
    return { attempt: 1, signal: new AbortController().signal, inUnit } satisfies LongRun
  }

  async function sent(content: Buffer, given: { listing?: Listing } = {}): Promise<ListingMedium> {
    const listing = given.listing ?? (await workspace.givenListing())
    const facts = { name: 'front.jpg', module: 'listings' }
    return workspace.agency.inUnit(async () => {
      const file = await storeFile(content, facts)
      if (!file.ok) throw new Error(file.reason)
      return workspace.unprepared(listing, file.value.id)
    })
  }

  const prepare = (medium: ListingMedium, run = runOf()) => new ProcessMedium(run).handle(medium.id)
  const again = async ({ id, listingId }: ListingMedium) =>
    (await workspace.media({ id: listingId })).find((one) => one.id === id)!

  test('draws it in three formats and widths, upright, with nothing that it told', async ({
    assert,
  }) => {
    const medium = await sent(await aPhonePhoto())

    await prepare(medium)

    const { pictures, width, height, placeholder, moderation, fileId } = await again(medium)
    assert.deepEqual(
      pictures.map((picture) => `${picture.format} ${picture.width}`),
      ['avif', 'webp', 'jpeg'].flatMap((format) => [`${format} 480`, `${format} 600`])
    )
    assert.deepEqual([width, height, moderation, fileId], [600, 900, 'approved', null])
    assert.match(placeholder!, /^data:image\/webp;base64,/)
    assert.isBelow(placeholder!.length, 400)
    for (const picture of pictures) {
      const file = await workspace.agency.inUnit(() => findFile(picture.fileId))
      const content = await buffer(await readFile(file!))
      const head = await sharp(content).metadata()
      assert.equal(file!.mediaType, `image/${picture.format}`)
      assert.deepEqual(
        [head.width, head.exif, head.orientation],
        [picture.width, undefined, undefined]
      )
      assert.notInclude(content.toString('latin1'), 'Canary')
    }
  })

  test('throws away what was sent, whose address is dead at once', async ({ client }) => {
    const medium = await sent(await aPhonePhoto())
    const address = await workspace.agency.inUnit(async () => fileAddress(medium.fileId!))

    await prepare(medium)

    const response = await workspace.asNobody(client.get(address))
    response.assertStatus(404)
  })

  test('keeps nothing of what hides behind the end of a picture', async ({ assert }) => {
    const hidden = Buffer.from('<script>alert("polyglot")</script>')
    const medium = await sent(Buffer.concat([await aPicture({ width: 300 }), hidden]))

    await prepare(medium)

    const { pictures } = await again(medium)
    assert.isAbove(pictures.length, 0)
    for (const { fileId } of pictures) {
      const file = await workspace.agency.inUnit(() => findFile(fileId))
      assert.notInclude((await buffer(await readFile(file!))).toString('latin1'), 'polyglot')
    }
  })

  test('rejects what cannot be drawn, and says so', async ({ assert, client }) => {
    const listing = await workspace.givenListing()
    const jpeg = await aPicture()
    const medium = await sent(Buffer.concat([jpeg.subarray(0, 300)]), { listing })

    await prepare(medium)

    assert.equal((await again(medium)).moderation, 'rejected')
    const page = await workspace.as('principal', client.get(`/app/listings/${listing.id}/media`))
    assert.include(page.text(), 'It could not be read.')
  })

  test('waits for a look where the sender may not publish', async ({ assert }) => {
    const listing = await workspace.givenListing({ agent: 'junior_agent' })
    const medium = await sent(await aPicture(), { listing })

    await prepare(medium, runOf({ role: 'junior_agent' }))

    const { moderation, processedAt } = await again(medium)
    assert.equal(moderation, 'processing')
    assert.isNotNull(processedAt)
  })

  test('is done once, however often it is asked', async ({ assert }) => {
    const medium = await sent(await aPicture({ width: 500 }))

    await prepare(medium)
    const { pictures } = await again(medium)
    await prepare(medium)

    assert.deepEqual((await again(medium)).pictures, pictures)
  })

  test('begins again when the worker was killed half-way', async ({ assert }) => {
    const medium = await sent(await aPicture({ width: 500 }))

    await assert.rejects(() => prepare(medium, runOf({ diesAt: 2 })), Killed)
    assert.containsSubset(await again(medium), { moderation: 'processing', pictures: [] })
    await prepare(medium)

    assert.equal((await again(medium)).moderation, 'approved')
  })

  test('is not for what was deleted meanwhile', async ({ assert }) => {
    const medium = await sent(await aPicture({ width: 500 }))
    await workspace.agency.inUnit(async () => (await workspace.medium(medium.id)).softDelete())

    await prepare(medium)

    const { pictures } = await workspace.agency.inUnit(() => workspace.medium(medium.id))
    assert.deepEqual(pictures, [])
  })

  test('is what the workers do after an upload', async ({ assert, client, cleanup }) => {
    const listing = await workspace.givenListing()
    await startWorker(cleanup)

    await workspace.as(
      'principal',
      client
        .post(`/app/listings/${listing.id}/media`)
        .file('files', await aPicture({ width: 700 }), { filename: 'front.jpg' })
    )

    await until(async () => (await workspace.media(listing))[0]?.moderation === 'approved')
    const page = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    assert.include(page.text(), '<source type="image/avif"')
    assert.include(page.text(), '480w, /files/')
  })

  test('is refused a second time for the very same bytes', async ({ assert }) => {
    const listing = await workspace.givenListing()
    const content = await aPicture()
    const upload = await workspace.fileWith(content)
    const add = () =>
      workspace.agency.inUnit(() => new AddMedium().handle(listing, upload, 'photo'), 'principal')

    assert.isTrue((await add()).ok)
    assert.containsSubset(await add(), { ok: false, reason: 'already_here' })
  })
})
