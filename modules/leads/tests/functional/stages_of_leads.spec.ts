import { test } from '@japa/runner'
import { LeadsWorkspace } from '../workspace.ts'

const URL = '/app/settings/lead-stages'

test.group('The stages of leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('are added, renamed and put in another order', async ({ client, assert }) => {
    const add = { label: 'Second viewing', mapsTo: 'qualified' }
    const added = await workspace.as('principal', client.post(URL).form(add))
    const stage = await workspace.stage('Second viewing')
    const moved = await workspace.as(
      'principal',
      client.put(`${URL}/${stage.id}/place`).form({ to: 4, version: 1 })
    )
    const renamed = await workspace.as(
      'principal',
      client.put(`${URL}/${stage.id}`).form({ ...add, label: 'Again', version: 2 })
    )
    const board = await workspace.as('principal', client.get('/app/leads/board'))

    for (const response of [added, moved, renamed]) response.assertHeader('location', URL)
    assert.deepEqual(
      [...board.text().matchAll(/<h2>(\w+)<\/h2>/g)].map(([, label]) => label),
      ['Lead', 'Qualified', 'Showing', 'Again', 'Offer', 'Closed']
    )
  })

  test('say where their leads go before they vanish', async ({ client, assert }) => {
    const lead = await workspace.givenLead()
    const [gone, to] = [await workspace.stage('Lead'), await workspace.stage('Qualified')]
    const remove = (form: object) => client.delete(`${URL}/${gone.id}`).form(form)

    const refused = await workspace.asFragment('principal', remove({ to: '' }))
    const removed = await workspace.as('principal', remove({ to: to.id }))

    refused.assertStatus(409)
    assert.include(refused.text(), '1 lead is in this stage')
    removed.assertHeader('location', URL)
    assert.equal(await workspace.stageOf(lead.id), 'Qualified')
  })

  test('take their leads along to what stands for their status', async ({ client, assert }) => {
    const lead = await workspace.givenLead()
    const stage = await workspace.stage('Lead')
    await workspace.as('principal', client.post(URL).form({ label: 'Inbox', mapsTo: 'new' }))

    await workspace.as(
      'principal',
      client.put(`${URL}/${stage.id}`).form({ label: 'Talking', mapsTo: 'contacted', version: 1 })
    )

    assert.equal(await workspace.stageOf(lead.id), 'Inbox')
  })

  test('say what is wrong, and refuse what is out of date', async ({ client }) => {
    const stage = await workspace.stage('Offer')
    const save = (form: object) =>
      workspace.asFragment('principal', client.put(`${URL}/${stage.id}`).form(form))

    ;(await save({ label: '', mapsTo: 'new', version: 1 })).assertStatus(422)
    ;(await save({ label: 'Offer', mapsTo: 'lost', version: 1 })).assertStatus(422)
    ;(await save({ label: 'Offer', mapsTo: 'negotiation', version: 9 })).assertStatus(409)
  })

  test('are for those who may decide, in this agency', async ({ client }) => {
    const stage = await workspace.stage('Offer')

    ;(await workspace.as('junior_agent', client.get(URL))).assertStatus(403)
    ;(await workspace.as('junior_agent', client.post(URL))).assertStatus(403)
    ;(await workspace.asStranger(client.get(`${URL}/${stage.id}/edit`))).assertStatus(404)
    await workspace.agency.switchModule('leads', 'off')
    ;(await workspace.as('principal', client.get(URL))).assertStatus(404)
  })
})
