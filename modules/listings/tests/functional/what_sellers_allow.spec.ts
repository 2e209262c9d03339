import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { FeedWorkspace, aRecord } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

test.group('What sellers allow a feed to show', (group) => {
  const server = new ResoServer()
  const workspace = new FeedWorkspace(server)
  group.setup(async () => {
    await server.start()
    return () => server.stop()
  })
  group.each.setup(async () => {
    server.reset()
    await workspace.open()
  })

  test('is what the internet gets to see, until an agent decides otherwise', async ({ assert }) => {
    server.records = [
      aRecord(1, { InternetAddressDisplayYN: false, City: null }),
      aRecord(2, { InternetEntireListingDisplayYN: false }),
      aRecord(3, { InternetAddressDisplayYN: true, InternetEntireListingDisplayYN: true }),
      aRecord(4, { InternetAddressDisplayYN: null, InternetEntireListingDisplayYN: null }),
    ]
    const feed = await workspace.givenFeed()
    await workspace.sync(feed)
    const shown = () =>
      workspace.rowsOf('select visibility, hides_address from listings order by external_id')

    const open = { visibility: 'public', hides_address: false }
    const hidden = { visibility: 'public', hides_address: true }
    assert.deepEqual(await shown(), [hidden, { ...open, visibility: 'private' }, open, open])
    assert.notMatch((await workspace.stock())[0].title, /Union/)

    server.change('NWM1000001', { InternetAddressDisplayYN: true }, '2026-03-02T08:00:00Z')
    server.change('NWM1000003', { InternetEntireListingDisplayYN: false }, '2026-03-02T08:00:01Z')
    await workspace.inUnit(() =>
      unitSql(
        `update listings set hides_address = true, locked_fields = '{hides_address}' where external_id = 'NWM1000004'`
      )
    )
    server.change('NWM1000004', { InternetAddressDisplayYN: true }, '2026-03-02T08:00:02Z')
    await workspace.sync(feed)
    const isPrivate = { ...open, visibility: 'private' }
    assert.deepEqual(await shown(), [open, isPrivate, isPrivate, hidden])
  })
})
