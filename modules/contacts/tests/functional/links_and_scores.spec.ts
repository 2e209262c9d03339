import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { countedQueries } from '#tests/support/counted_queries'
import { unitSql } from '#kernel/tenancy/sql'
import type Contact from '../../models/contact.ts'
import { DuplicatesWorkspace } from '../duplicates_workspace.ts'

test.group('Contacts that belong together', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(() => workspace.open())

  const link = (client: ApiClient, [one, other]: Contact[], side = 'parent') =>
    workspace.asFragment(
      'principal',
      client
        .post(`/app/contacts/${one.id}/links`)
        .header('hx-source', 'form#link')
        .form({ otherId: other.id, side })
    )

  const page = async (client: ApiClient, { id }: Contact) =>
    (await workspace.as('principal', client.get(`/app/contacts/${id}`))).text()

  const links = async () => {
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ id: string; from_id: string; to_id: string }>(
        'select id, from_id, to_id from contact_links where deleted_at is null order by id'
      )
    )
    return rows
  }

  test('are found by searching, and say on both pages what they are to each other', async ({
    client,
    assert,
  }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    const ben = await workspace.givenContact({ name: 'Ben Lee' })

    const search = await workspace.as(
      'principal',
      client.get(`/app/contacts/${ann.id}/links/create?q=ben`)
    )
    await link(client, [ann, ben], 'child')

    assert.include(search.text(), ben.id)
    assert.match(await page(client, ann), /Ben Lee<\/a>\s*<span>Child/)
    assert.match(await page(client, ben), /Ann Lee<\/a>\s*<span>Parent/)
  })

  test('are not linked to themselves, twice, or as nothing', async ({ client, assert }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    const ben = await workspace.givenContact({ name: 'Ben Lee' })
    await link(client, [ann, ben])

    const answers = [
      await link(client, [ann, ann]),
      await link(client, [ann, ben]),
      await link(client, [ben, ann]),
      await link(client, [ann, ben], 'nemesis'),
    ]

    for (const answer of answers) answer.assertStatus(422)
    assert.include(answers[0].text(), 'err-link-otherId')
    assert.lengthOf(await links(), 1)
  })

  test('are parted, and linked again', async ({ client, assert }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    const ben = await workspace.givenContact({ name: 'Ben Lee' })
    await link(client, [ann, ben])
    const [{ id }] = await links()

    await workspace.as('principal', client.delete(`/app/contacts/${ben.id}/links/${id}`))
    const none = await links()
    await workspace.as('principal', client.post(`/app/contacts/${ann.id}/links/${id}/restoration`))

    assert.lengthOf(none, 0)
    assert.lengthOf(await links(), 1)
  })

  test('stay together when one of them is merged, and after that is undone', async ({
    client,
    assert,
  }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    const anne = await workspace.givenContact({ name: 'Anne Lee' })
    const ben = await workspace.givenContact({ name: 'Ben Lee' })
    await link(client, [anne, ben])
    await link(client, [anne, ann], 'sibling')

    const merge = await workspace.givenMerge(ann, anne)
    const merged = await page(client, ann)
    const { version } = await workspace.anyContact(ann.id)
    await workspace.as(
      'principal',
      client.post(`/app/contacts/${ann.id}/merges/${merge.id}/undoing`).form({ version })
    )

    assert.include(merged, 'Ben Lee')
    assert.notInclude(await page(client, ann), 'Ben Lee')
    assert.include(await page(client, anne), 'Ben Lee')
    assert.include(await page(client, anne), 'Sibling')
  })

  test('are forbidden to those who may only look, and not there for others', async ({ client }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    const ben = await workspace.givenContact({ name: 'Ben Lee' })
    const foreign = await workspace.givenContact({ name: 'Far Away' }, workspace.neighbour)
    const ask = () =>
      client.post(`/app/contacts/${ann.id}/links`).form({ otherId: ben.id, side: 'friend' })

    const forbidden = await workspace.as('collections_manager', ask())
    const stranger = await workspace.asStranger(ask())
    const abroad = await link(client, [ann, foreign])
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', ask())

    forbidden.assertStatus(403)
    for (const answer of [stranger, abroad, off]) answer.assertStatus(404)
  })

  test('cost one query, however many they are', async ({ client, assert }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    const show = async () => workspace.as('principal', client.get(`/app/contacts/${ann.id}`))
    await link(client, [ann, await workspace.givenContact({ name: 'Ben' })])
    const forOne = await countedQueries(show)
    await link(client, [ann, await workspace.givenContact({ name: 'Cy' })])
    await link(client, [ann, await workspace.givenContact({ name: 'Di' })])

    assert.lengthOf(await countedQueries(show), forOne.length)
  })
})

test.group('How glad a contact is of the agency', (group) => {
  const workspace = new DuplicatesWorkspace()
  group.each.setup(() => workspace.open())

  const score = (client: ApiClient, { id }: Contact, sent: object) =>
    workspace.asFragment(
      'principal',
      client.post(`/app/contacts/${id}/scores`).header('hx-source', 'form#score').form(sent)
    )

  const found = async (client: ApiClient, kind: string) =>
    (await workspace.as('principal', client.get(`/app/contacts?score=${kind}`))).text()

  test('is noted again and again; the average narrows the list', async ({ client, assert }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    await workspace.givenContact({ name: 'Ben Roy' })

    await score(client, ann, { score: 10, comment: 'Quick and kind' })
    const glad = await found(client, 'promoter')
    await score(client, ann, { score: 2 })
    const page = await workspace.as('principal', client.get(`/app/contacts/${ann.id}`))

    assert.include(page.text(), 'Quick and kind')
    assert.include(glad, 'Ann Lee')
    assert.include(await found(client, 'detractor'), 'Ann Lee')
    assert.notInclude(await found(client, 'promoter'), 'Ann Lee')
    assert.include(await found(client, 'none'), 'Ben Roy')
  })

  test('is a whole number from 0 to 10', async ({ client, assert }) => {
    const ann = await workspace.givenContact()

    for (const given of ['11', '-1', '7.5', '', 'good']) {
      const answer = await score(client, ann, { score: given })
      answer.assertStatus(422)
      assert.include(answer.text(), 'err-score-score')
    }
  })

  test('is deleted and brought back, and goes along in a merge', async ({ client, assert }) => {
    const ann = await workspace.givenContact({ name: 'Ann Lee' })
    const anne = await workspace.givenContact({ name: 'Anne Lee' })
    await score(client, anne, { score: 9 })
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ id: string }>('select id from contact_scores')
    )
    const address = `/app/contacts/${anne.id}/scores/${rows[0].id}`

    await workspace.as('principal', client.delete(address))
    const none = await found(client, 'promoter')
    await workspace.as('principal', client.post(`${address}/restoration`))
    const back = await found(client, 'promoter')
    await workspace.givenMerge(ann, anne)

    assert.notInclude(none, 'Anne Lee')
    assert.include(back, 'Anne Lee')
    assert.include(await found(client, 'promoter'), 'Ann Lee')
  })

  test('is forbidden to those who may only look, and not there for others', async ({ client }) => {
    const ann = await workspace.givenContact()
    const ask = () => client.post(`/app/contacts/${ann.id}/scores`).form({ score: 5 })

    const forbidden = await workspace.as('collections_manager', ask())
    const stranger = await workspace.asStranger(ask())
    await workspace.agency.switchModule('contacts', 'off')
    const off = await workspace.as('principal', ask())

    forbidden.assertStatus(403)
    for (const answer of [stranger, off]) answer.assertStatus(404)
  })
})
