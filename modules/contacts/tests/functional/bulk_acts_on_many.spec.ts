import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { STAFF_CHANGED } from '#app/members'
import { announce, coreSql, unitSql } from '#kernel/tenancy/sql'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

const MANY = 1_203

test.group('A bulk act on very many contacts', (group) => {
  const workspace = new ContactsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
    await coreSql('delete from pgboss.job')
  })

  async function ask(client: ApiClient, sent: object): Promise<string> {
    const response = await workspace.as(
      'principal',
      client
        .post('/app/contacts/bulk-acts')
        .unsafeForm(browserForm({ all: 'true', query: '', ...sent }))
    )
    response.assertStatus(302)
    return response.header('location')!
  }

  const workAt = (address: string) =>
    workspace.agency.inUnit(async () => BulkWork.findOrFail(address.split('/').at(-1)!))

  async function over(address: string): Promise<BulkWork> {
    await until(async () => (await workAt(address)).isOver)
    return workAt(address)
  }

  const count = (condition: string) =>
    workspace.agency.inUnit(async () => {
      const { rows } = await unitSql<{ count: number }>(
        `select count(*) from contacts where ${condition}`
      )
      return rows[0].count
    })

  test('is done in the background, with its progress to look at, each contact once', async ({
    client,
    assert,
    cleanup,
  }) => {
    await workspace.givenContacts(MANY)
    const ownerId = await workspace.agency.memberId('senior_agent')
    const address = await ask(client, { act: 'assign', ownerId, query: 'kind=buyer' })
    const waiting = await workspace.as('principal', client.get(address))
    await startWorker(cleanup)
    const work = await over(address)
    const page = await workspace.asFragment('principal', client.get(address))

    assert.include(waiting.text(), 'hx-trigger="every 1s"')
    assert.deepEqual([work.state, work.rowsDone, work.error], ['done', MANY, null])
    assert.equal(await count(`owner_id = '${ownerId}' and version = 2`), MANY)
    assert.include(page.text(), '1,203 contacts were changed')
    assert.notInclude(page.text(), 'every 1s')
  }).timeout(60_000)

  test('that moves contacts out of its own filter still reaches all of them', async ({
    client,
    assert,
    cleanup,
  }) => {
    await workspace.givenContacts(MANY)
    await startWorker(cleanup)

    await over(await ask(client, { act: 'archive' }))

    assert.equal(await count(`status = 'archived'`), MANY)
  }).timeout(60_000)

  test('that deleted them can be taken back as a whole', async ({ client, assert, cleanup }) => {
    await workspace.givenContacts(MANY)
    await startWorker(cleanup)
    const address = await ask(client, { act: 'delete' })
    await over(address)
    const gone = await count('deleted_at is not null')
    const page = await workspace.as('principal', client.get(address))
    const undo = /action="(\/app\/contacts\/restorations\?batch=[^"]*)"/.exec(page.text())![1]

    await workspace.as('principal', client.post(undo))

    assert.equal(gone, MANY)
    assert.equal(await count('deleted_at is null'), MANY)
  }).timeout(60_000)

  test('ends where the right to do it is lost on the way', async ({ client, assert, cleanup }) => {
    await workspace.givenContacts(MANY)
    const address = await ask(client, { act: 'tag', tags: 'Spring' })
    await workspace.agency.inUnit(() =>
      unitSql(`update members set role = 'collections_manager' where role = 'principal'`)
    )
    await announce(STAFF_CHANGED, workspace.agency.id)
    await startWorker(cleanup)

    const work = await over(address)

    assert.equal(work.state, 'failed')
    assert.equal(work.error?.key, 'bulk_acts.not_allowed')
    assert.equal(await count(`tag_names @> '{Spring}'`), 0)
  }).timeout(60_000)

  test('can be stopped before it begins, and not twice', async ({ client, assert }) => {
    await workspace.givenContacts(MANY)
    const address = await ask(client, { act: 'tag', tags: 'Spring' })

    const stopped = await workspace.as('principal', client.delete(`${address}/run`))
    const again = await workspace.asFragment('principal', client.delete(`${address}/run`))
    const resumed = await workspace.asFragment('principal', client.post(`${address}/run`))

    stopped.assertStatus(302)
    again.assertStatus(409)
    resumed.assertStatus(409)
    assert.equal((await workAt(address)).state, 'cancelled')
  })

  test('is shown to those whom it concerns', async ({ client }) => {
    await workspace.givenContacts(MANY)
    const address = await ask(client, { act: 'tag', tags: 'Spring' })

    const agent = await workspace.as('junior_agent', client.get(address))
    const looker = await workspace.as('collections_manager', client.get(address))
    const stranger = await workspace.asStranger(client.get(address))
    const director = await workspace.as('sales_director', client.get(address))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.get(address))

    agent.assertStatus(404)
    looker.assertStatus(403)
    stranger.assertStatus(404)
    director.assertStatus(200)
    off.assertStatus(404)
  })
})
