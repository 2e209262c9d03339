import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { coreSql } from '#kernel/tenancy/sql'
import type Contact from '../../models/contact.ts'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

test.group('Parting contacts that were merged', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await coreSql('delete from outbox')
  })

  async function givenMerged() {
    const mine = await workspace.givenContact({
      name: 'Ann Lee',
      phone: '+12065550142',
      tags: ['VIP'],
      facts: { kinds: ['buyer'], source: 'Sign', custom: { size: 'small' } },
    })
    const other = await workspace.givenContact({
      name: 'Anne Lee',
      phone: '+12065550143',
      tags: ['Cash'],
      facts: { kinds: ['seller'], birthday: '1980-02-03', custom: { size: 'big', floor: 3 } },
    })
    await workspace.givenNextAction(other, '2026-01-05')
    await workspace.givenNextAction(mine, '2026-01-06')
    const two = [(await workspace.contact(mine.id))!, (await workspace.contact(other.id))!]
    const before = await workspace.picture(...two)
    const merge = await workspace.givenMerge(two[0], two[1], {
      'name': 'other',
      'custom.size': 'other',
    })
    return { mine, other, merge, before }
  }

  type Given = { mine: Contact; merge: { id: string } }

  const asked = (client: ApiClient, { mine, merge }: Given, version: number) =>
    client.post(`/app/contacts/${mine.id}/merges/${merge.id}/undoing`).form({ version })

  const versionOf = async ({ mine }: Given) => (await workspace.contact(mine.id))!.version

  const part = async (client: ApiClient, given: Given, role: StaffRole = 'principal') => {
    const version = await versionOf(given)
    return workspace.asFragment(role, asked(client, given, version))
  }

  test('puts everything back in place', async ({ client, assert }) => {
    const given = await givenMerged()

    const response = await part(client, given)

    response.assertStatus(200)
    assert.deepEqual(await workspace.picture(given.mine, given.other), given.before)
    assert.lengthOf(await workspace.told('contacts.unmerged'), 1)
    assert.lengthOf(await workspace.audited('contacts.unmerged'), 1)
    assert.equal((await workspace.pairs())[0].state, 'dismissed')
  })

  test('leaves with the survivor what was added or changed since, and shows it', async ({
    client,
    assert,
  }) => {
    const given = await givenMerged()
    const { mine, merge } = given
    await workspace.givenFacts(mine, { birthday: '1981-01-01' })
    await workspace.givenNextAction(mine, '2026-03-03')
    const address = `/app/contacts/${mine.id}/merges/${merge.id}`

    const before = await workspace.as('principal', client.get(address))
    await part(client, given)
    const after = await workspace.as('principal', client.get(address))

    const survivor = (await workspace.contact(mine.id))!
    assert.equal(survivor.birthday, '1981-01-01')
    assert.equal(survivor.name, 'Ann Lee')
    assert.deepEqual((await workspace.merge(merge.id)).kept, ['birthday'])
    assert.lengthOf(
      (await workspace.timeline(mine.id)).filter(({ kind }) => kind === 'call'),
      2
    )
    for (const page of [before, after]) assert.match(page.text(), /stays[\s\S]*Birthday/)
    assert.include(after.text(), 'Unmerged')
  })

  test('goes back step by step where merges were chained', async ({ client, assert }) => {
    const given = await givenMerged()
    const third = await workspace.givenContact({ name: 'Third Lee' })
    const whole = await workspace.picture(given.mine)
    const second = await workspace.givenMerge(third, (await workspace.contact(given.mine.id))!)

    const early = await workspace.as(
      'principal',
      client
        .post(`/app/contacts/${given.mine.id}/merges/${given.merge.id}/undoing`)
        .form({ version: 1 })
    )
    await part(client, { mine: third, merge: second })
    const middle = await workspace.picture(given.mine)
    await part(client, given)

    early.assertStatus(404)
    assert.deepEqual(middle, whole)
    assert.deepEqual(await workspace.picture(given.mine, given.other), given.before)
  })

  test('happens once, however many try', async ({ client, assert }) => {
    const given = await givenMerged()
    const version = await versionOf(given)

    const answers = await Promise.all([
      workspace.asFragment('principal', asked(client, given, version)),
      workspace.asFragment('sales_director', asked(client, given, version)),
    ])
    const again = await part(client, given)

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 409]
    )
    again.assertStatus(409)
    assert.include(again.text(), 'already unmerged')
  })

  test('asks for a version, for the right, and for reach', async ({ client }) => {
    const given = await givenMerged()
    const address = `/app/contacts/${given.mine.id}/merges/${given.merge.id}`

    const nonsense = await workspace.asFragment(
      'principal',
      client.post(`${address}/undoing`).form({ version: 'x' })
    )
    const forbidden = await part(client, given, 'marketing')
    const page = await workspace.as('marketing', client.get(address))
    const agent = await part(client, given, 'senior_agent')
    const stranger = await workspace.asStranger(asked(client, given, 1))
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', client.post(`${address}/undoing`))

    nonsense.assertStatus(422)
    forbidden.assertStatus(403)
    page.assertStatus(403)
    for (const response of [agent, stranger, off]) response.assertStatus(404)
  })

  test('stays possible after a week, until the survivor itself goes', async ({ assert }) => {
    const { mine, other } = await givenMerged()
    await workspace.givenLongAgo(other)

    await workspace.purge()
    const kept = await workspace.leftOf(other)
    await workspace.givenLongAgo(mine)
    await workspace.purge()

    assert.equal(kept.contacts, 1)
    assert.equal((await workspace.leftOf(mine)).contacts, 0)
    assert.equal((await workspace.leftOf(other)).contacts, 0)
  })
})
