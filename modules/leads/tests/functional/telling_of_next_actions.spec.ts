import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { hearOnce, hearTold } from '#tests/support/told_events'
import type Lead from '../../models/lead.ts'
import { LeadsWorkspace } from '../workspace.ts'

const call = { kind: 'call', details: 'Wants the papers', outcome: 'positive' }
const promise = { nextAction: 'Send the papers', nextActionOn: '2030-01-05' }

test.group('A next action that somebody notes on a lead', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  const note = (client: ApiClient, lead: Lead, form: object) =>
    workspace.as('principal', client.post(`/app/leads/${lead.id}/entries`).form(form))

  const hear = () => hearTold('records.next_action_agreed')

  const told = async () => {
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ member_id: string; path: string }>(
        `select member_id, path from notifications where kind = 'notifications.next_action_for_you'`
      )
    )
    return rows
  }

  test('is told to whoever looks after it, once, with the way there', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ name: 'Zoe Keen', owner: 'senior_agent' })
    await note(client, lead, { ...call, ...promise })

    const [event] = await hear()
    await hearOnce(event)

    const page = await workspace.as('senior_agent', client.get('/app/notifications'))
    const path = `/app/leads/${lead.id}`
    assert.deepEqual(await told(), [{ member_id: lead.ownerId!, path }])
    page.assertTextIncludes('Person principal set a next action for you')
    page.assertTextIncludes('Zoe Keen')
  })

  test('is told again by no correction, but by one that brings it', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ owner: 'senior_agent' })
    const correct = async (form: object) => {
      const entry = (await workspace.entries(lead.id)).findLast(({ kind }) => kind === 'call')!
      const url = `/app/leads/${lead.id}/entries/${entry.id}`
      await workspace.as('principal', client.put(url).form({ ...call, ...form, version: 1 }))
      await hear()
    }
    await note(client, lead, call)
    await hear()
    const before = await told()

    await correct(promise)
    await correct({ ...promise, nextAction: 'Send all papers' })

    assert.isEmpty(before)
    assert.lengthOf(await told(), 1)
  })

  test('is not told to who noted it, of nobody’s lead, or once it is done or taken back', async ({
    client,
    assert,
  }) => {
    const own = await workspace.givenLead({ owner: 'principal' })
    const nobodys = await workspace.givenLead({ owner: null })
    const done = await workspace.givenLead({ owner: 'senior_agent' })
    const back = await workspace.givenLead({ owner: 'senior_agent' })
    for (const lead of [own, nobodys, done, back]) await note(client, lead, { ...call, ...promise })
    const entryOf = async (lead: Lead) => {
      const entry = (await workspace.entries(lead.id)).find(({ kind }) => kind === 'call')
      return `/app/leads/${lead.id}/entries/${entry!.id}`
    }
    await workspace.as('principal', client.post(`${await entryOf(done)}/completion`))
    await workspace.as('principal', client.delete(await entryOf(back)))

    await hear()

    assert.isEmpty(await told())
  })
})
