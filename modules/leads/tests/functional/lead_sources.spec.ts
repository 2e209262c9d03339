import { test } from '@japa/runner'
import LeadConnection from '../../models/lead_connection.ts'
import { DoorsWorkspace } from '../doors_workspace.ts'

const facebook = { kind: 'facebook', name: 'Spring', appSecret: 's3cret', pageToken: 'p4ge' }

test.group('Doors for leads', (group) => {
  const workspace = new DoorsWorkspace()
  group.each.setup(() => workspace.open())

  const doors = () => workspace.agency.inUnit(async () => LeadConnection.query().orderBy('id'))

  test('are opened, each with an address of its own and secrets that are shown once', async ({
    client,
    assert,
  }) => {
    const answer = await workspace.as('marketing', client.post('/app/leads/sources').form(facebook))
    answer.assertStatus(200)
    const [door] = await doors()
    assert.include(answer.text(), `/api/webhooks/facebook/${door.token}`)
    const { secrets } = await workspace.givenDoor('google')
    const page = await workspace.as('principal', client.get('/app/leads/sources'))
    page.assertTextIncludes('Spring')
    // The answer is the page with the secrets: a swap would throw it away.
    assert.notInclude(page.text(), 'hx-post="/app/leads/sources"')
    for (const secret of ['s3cret', 'p4ge', secrets.googleKey!]) {
      assert.notInclude(page.text(), secret)
      for (const { secrets: kept } of await doors()) assert.notInclude(kept, secret)
    }
  })

  test('need what Facebook signs with, and a name', async ({ client, assert }) => {
    const bent = { ...facebook, appSecret: '', name: '' }
    const answer = await workspace.asFragment(
      'principal',
      client.post('/app/leads/sources').form(bent)
    )
    answer.assertStatus(422)
    assert.lengthOf(await doors(), 0)
  })

  test('are closed for good, and what came in stays', async ({ client, assert }) => {
    const { connection } = await workspace.givenDoor('google')
    const closed = await workspace.as(
      'principal',
      client.delete(`/app/leads/sources/${connection.id}`)
    )
    assert.equal(closed.header('location'), '/app/leads/sources')
    const [door] = await doors()
    assert.isNotNull(door.revokedAt)
    assert.isNull(door.secrets)
    const again = await workspace.as(
      'principal',
      client.delete(`/app/leads/sources/${connection.id}`)
    )
    again.assertStatus(404)
  })

  test('are for those who may open them, in their agency, where leads are on', async ({
    client,
  }) => {
    const { connection } = await workspace.givenDoor('google')
    const one = `/app/leads/sources/${connection.id}`
    const asks = [
      () => client.get('/app/leads/sources'),
      () => client.post('/app/leads/sources').form(facebook),
      () => client.delete(one),
    ]
    for (const ask of asks) {
      const agent = await workspace.as('senior_agent', ask())
      agent.assertStatus(403)
    }
    const stranger = await workspace.asStranger(client.delete(one))
    stranger.assertStatus(404)
    await workspace.agency.switchModule('leads', 'off')
    for (const ask of asks) {
      const off = await workspace.as('principal', ask())
      off.assertStatus(404)
    }
  })
})
