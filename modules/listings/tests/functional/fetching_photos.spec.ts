import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { forgetOldLists } from '../../actions/forget_old_lists.ts'
import { PhotoSteps } from '../../imports/fetch_photos.ts'
import ListingMedium from '../../models/listing_medium.ts'
import { ListingImportWorkspace } from '../import_workspace.ts'
import { aPhonePhoto, aPicture } from '../pictures.ts'

test.group('Fetching the photos of a list', (group) => {
  const workspace = new ListingImportWorkspace()
  let heard: string[] = []
  const answers: Record<string, string | Buffer> = { '/page.png': '<html>no picture</html>' }
  const server = createServer(({ url = '' }, response) => {
    heard.push(url)
    if (!answers[url]) return void response.writeHead(503).end()
    return void response.end(answers[url])
  })
  const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`

  group.setup(async () => {
    answers['/a.png'] = await aPicture({ format: 'png', colour: '#4a7' })
    answers['/a_again.png'] = answers['/a.png']
    answers['/b.jpg'] = await aPhonePhoto()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return () => {
      server.closeAllConnections()
      server.close()
    }
  })
  group.each.setup(async () => {
    heard = []
    await workspace.open()
  })

  test('keeps pictures in their order, and says why the rest is none', async ({ assert }) => {
    await workspace.import({
      list: listOf(['/a.png', '/page.png', '/busy.png', '/b.jpg', '/a_again.png']),
    })

    const work = await fetchAll({ near: [host()] })

    assert.containSubset(work.counts, { fetched: 2, refused: 3 })
    assert.deepEqual(await sources(), [
      { state: 'fetched', reason: null },
      { state: 'refused', reason: 'not_a_picture' },
      { state: 'waiting', reason: 'status_503' },
      { state: 'fetched', reason: null },
      { state: 'refused', reason: 'already_here' },
    ])
    assert.deepEqual(await media(), [
      { name: 'a.png', position: 0, moderation: 'uploaded' },
      { name: 'b.jpg', position: 1, moderation: 'uploaded' },
    ])
  })

  test('makes them media of the listing, drawn anew like those that somebody sends', async ({
    assert,
    cleanup,
  }) => {
    await workspace.import({ list: listOf(['/a.png', '/b.jpg']) })
    await fetchAll({ near: [host()] })
    await startWorker(cleanup)

    const shown = [
      { name: 'a.png', position: 0, moderation: 'approved' },
      { name: 'b.jpg', position: 1, moderation: 'approved' },
    ]
    await until(async () => JSON.stringify(await media()) === JSON.stringify(shown))
    const [photo] = await workspace.inUnit(async () =>
      ListingMedium.query().where('name', 'b.jpg').limit(1)
    )
    assert.isNull(photo.fileId, 'what was fetched may say where it was taken')
    assert.includeMembers(
      photo.pictures.map(({ format }) => format),
      ['avif', 'webp', 'jpeg']
    )
  })

  test('brings none to a listing that was taken away meanwhile', async ({ assert }) => {
    await workspace.import({ list: listOf(['/a.png']) })
    await workspace.inUnit(() => unitSql('update listings set deleted_at = now()'))

    await fetchAll({ near: [host()] })

    assert.deepEqual(await sources(), [{ state: 'refused', reason: 'gone' }])
    assert.deepEqual(await media(), [])
  })

  test('asks nobody within our own walls', async ({ assert }) => {
    await workspace.import({ list: listOf(['/a.png']) })

    await fetchAll()

    assert.deepEqual(heard, [])
    assert.deepEqual(await sources(), [{ state: 'refused', reason: 'not_outward' }])
  })

  test('fetches no address twice', async ({ assert }) => {
    await workspace.import({ list: listOf(['/a.png']) })
    await fetchAll({ near: [host()] })
    await workspace.import({ list: listOf(['/a.png']) })

    assert.isNull(await photoWork())
    assert.deepEqual(heard, ['/a.png'])
  })

  test('forgets lists that nobody needs any more', async ({ assert }) => {
    await workspace.import({ list: listOf([]) })
    await workspace.inUnit(async () => {
      await unitSql(`update bulk_works set updated_at = now() - interval '40 days'`)
      await unitSql(`update listing_import_rows set created_at = now() - interval '40 days'`)
      await forgetOldLists()
    })

    assert.lengthOf(await rowsOf('select id from listing_import_rows'), 0)
    assert.lengthOf(await rowsOf('select id from bulk_works where file_id is not null'), 0)
  })

  function listOf(paths: string[]): string {
    const photos = paths.map((path) => `http://${host()}${path}`).join(' ')
    return `Listing ID,Title,Price,Photos\nA1,Cottage,450k,${photos}`
  }

  async function fetchAll(limits = {}) {
    const work = (await photoWork())!
    return workspace.carryOut(work, (run) => new PhotoSteps(run, limits))
  }

  function photoWork() {
    return workspace.inUnit(() =>
      BulkWork.query().where({ kind: 'listings.photos', state: 'waiting' }).first()
    )
  }

  function media() {
    return rowsOf('select name, position, moderation from listing_media order by position')
  }

  function sources() {
    return rowsOf('select state, reason from listing_photo_sources order by position')
  }

  function rowsOf(sql: string): Promise<object[]> {
    return workspace.inUnit(async () => (await unitSql<object>(sql)).rows)
  }
})
