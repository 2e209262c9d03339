import { test } from '@japa/runner'
import type { Page } from 'playwright'
import {
  Complaints,
  NARROW,
  accessibilityFindings,
  addressAt,
  fitsWidth,
  markupFindings,
  signIn,
} from '#tests/support/page_visits'
import { FeedWorkspace, aRecord, records } from '../feed_workspace.ts'
import { ResoServer } from '../reso_server.ts'

const AGENT = {
  PropertySubType: 'Houseboat',
  ListAgentKey: 'AG7',
  ListAgentFullName: 'Jane Doe',
  ListAgentEmail: 'jane@example.com',
}
const HOME = '/app/settings/listing-feeds'

test.group('The pages of feeds', (group) => {
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

  test('are sound: valid, accessible, within their policy, and 390 px wide', async ({
    browserContext,
    assert,
  }) => {
    const paths = [HOME, ...(await given())]
    const page = await signIn(browserContext, workspace.agency, 'principal')
    const complaints = await Complaints.of(page)
    const findings: string[] = []
    for (const path of paths) {
      const response = await page.goto(addressAt(workspace.agency, path))
      const found = [...(await markupFindings(await response!.text())), ...(await flaws(page))]
      findings.push(...found.map((finding) => `${path}: ${finding}`))
    }

    assert.deepEqual([...findings, ...complaints.all], [])
  }).timeout(90_000)

  /** A feed that was tried, has brought something, did not understand all, was undone once, and has more to be looked at. */
  async function given(): Promise<string[]> {
    server.records = [...records(2), aRecord(3, AGENT)]
    const feed = await workspace.givenFeed({ filter: "ListOfficeMlsId eq 'SEA123'" })
    server.records.forEach((record) => Object.assign(record, { ListOfficeMlsId: 'SEA123' }))
    const run = await workspace.sync(feed)
    await workspace.try(feed)
    await workspace.rowsOf(`update listing_feeds set applies = 'looked_at'`)
    await workspace.rowsOf(`update listings set locked_fields = '{price}'`)
    const said = { ListPrice: 555_000, BedroomsTotal: 9, StandardStatus: 'Pending' }
    server.change('NWM1000001', said, '2026-03-02T08:00:00Z')
    server.records.push(
      aRecord(4, { ListOfficeMlsId: 'SEA123', ModificationTimestamp: '2026-03-02T08:00:01Z' })
    )
    await workspace.sync(feed)
    const undone = await workspace.applyAll(feed)
    await workspace.rowsOf(
      `update listings set title = 'By hand', price_minor = 1, version = version + 1`
    )
    await workspace.undoRun(feed, undone)
    const address = `${HOME}/${feed.id}`
    return [
      `${HOME}/create`,
      address,
      `${address}/edit`,
      `${address}/changes`,
      `${address}/agents`,
      `${address}/runs/${run.id}`,
      `${address}/runs/${undone.id}`,
    ]
  }

  async function flaws(page: Page): Promise<string[]> {
    const found = await accessibilityFindings(page)
    await page.setViewportSize(NARROW)
    if (!(await fitsWidth(page))) found.push('sticks out')
    await page.setViewportSize({ width: 1440, height: 900 })
    return found
  }
})
