import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import type Lead from '../../models/lead.ts'
import { DetailsWorkspace, EMAIL, NUMBER } from '../details_workspace.ts'

const SETTINGS = '/app/settings/lead-details'

test.group('Hiding contact details of leads', (group) => {
  const workspace = new DetailsWorkspace()
  group.each.setup(() => workspace.open())

  test('leaves everything as it was until the agency wishes it', async ({ client }) => {
    const ada = await workspace.givenAda()

    const page = await workspace.as('marketing', client.get(`/app/leads/${ada.id}`))

    page.assertTextIncludes(EMAIL)
    page.assertTextIncludes('555-0112')
  })

  test('veils them on list, record, panel, timeline, waiting leads, board and Today', async ({
    client,
    assert,
  }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()
    const pages = ['/app/leads?cols=phone&cols=email', `/app/leads/${ada.id}`, '/app/leads/waiting']

    for (const path of [...pages, '/app/leads/board', '/app']) {
      const page = await workspace.as('marketing', client.get(path))
      page.assertStatus(200)
      assert.notMatch(page.text(), NUMBER, path)
    }
    for (const as of ['panel', 'timeline']) {
      const part = await workspace
        .asFragment('marketing', client.get(`/app/leads/${ada.id}`))
        .qs({ as })
      assert.notMatch(part.text(), NUMBER, as)
    }
    const record = await workspace.as('marketing', client.get(`/app/leads/${ada.id}`))
    record.assertTextIncludes('a•••@engines.example')
    record.assertTextIncludes('+1 ••• ••12')
  })

  test('shows them to principals, directors and those whose leads they are', async ({ client }) => {
    const lead = await workspace.givenLead({ owner: 'senior_agent', email: EMAIL })
    await workspace.hide()

    for (const role of ['principal', 'sales_director', 'senior_agent'] as const) {
      const page = await workspace.as(role, client.get(`/app/leads/${lead.id}`))
      page.assertTextIncludes(EMAIL)
    }
  })

  test('shows them once somebody asks, for good, and writes it down', async ({
    client,
    assert,
  }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()

    const asked = await workspace.as('marketing', client.post(`/app/leads/${ada.id}/reveal`))
    asked.assertStatus(302)
    await workspace.as('marketing', client.post(`/app/leads/${ada.id}/reveal`))

    const page = await workspace.as('marketing', client.get(`/app/leads/${ada.id}`))
    page.assertTextIncludes(EMAIL)
    page.assertTextIncludes('Phone and e-mail')
    assert.equal(await workspace.reveals(), 1)
    const other = await workspace.as('collections_manager', client.get(`/app/leads/${ada.id}`))
    assert.notMatch(other.text(), NUMBER)
  })

  test('says so in words when it is too soon or too often', async ({ client, assert }) => {
    const [one, two] = [await workspace.givenAda(), await workspace.givenLead({ email: EMAIL })]
    const reveal = (lead: Lead) =>
      workspace.asFragment('marketing', client.post(`/app/leads/${lead.id}/reveal`))
    await workspace.hide(50, 600)
    await reveal(one)

    const soon = await reveal(two)
    await workspace.hide(1, 0)
    const many = await reveal(two)

    soon.assertStatus(429)
    soon.assertTextIncludes('Wait')
    assert.isAbove(Number(soon.header('retry-after')), 590)
    many.assertStatus(429)
    many.assertTextIncludes('You have revealed 1 lead today')
    assert.equal(await workspace.reveals(), 1)
  })

  test('cannot be had more often by asking for many at once', async ({ client, assert }) => {
    const leads: Lead[] = []
    for (let n = 0; n < 12; n++) leads.push(await workspace.givenLead({ name: `Lead ${n}` }))
    await workspace.hide(3, 0)
    await workspace.as('marketing', client.get('/app/leads'))

    const answers = await Promise.all(
      leads.map((lead) =>
        workspace.asFragment('marketing', client.post(`/app/leads/${lead.id}/reveal`))
      )
    )

    assert.equal(await workspace.reveals(), 3)
    assert.lengthOf(
      answers.filter((answer) => answer.status() === 429),
      9
    )
  })

  test('veils them for programs, in lists, records and timelines', async ({ assert }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()
    const program = await ApiProgram.of({ agency: workspace.agency, role: 'marketing' })

    for (const path of ['/leads', `/leads/${ada.id}`, `/leads/${ada.id}/timeline`]) {
      const answer = await program.get(path)
      assert.equal(answer.status, 200)
      assert.notMatch(JSON.stringify(answer.json), NUMBER, path)
    }
  })

  test('veils them in files that go out, and lets nobody work on what is veiled', async ({
    client,
    assert,
  }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()
    await workspace.givenReach('marketing', 'leads.export', 'all')
    await workspace.givenReach('marketing', 'leads.update', 'all')

    const file = await workspace.as(
      'marketing',
      client.post('/app/leads/exports').form({ format: 'csv' })
    )
    const form = await workspace.as('marketing', client.get(`/app/leads/${ada.id}/edit`))
    const found = await workspace.as('marketing', client.get('/app/search?q=Ada'))

    file.assertStatus(200)
    assert.include(file.text(), 'a•••@engines.example')
    assert.notMatch(file.text(), NUMBER)
    form.assertStatus(403)
    assert.notMatch(found.text(), NUMBER)
  })

  test('is asked for within reach only, where leads are on', async ({ client }) => {
    const ada = await workspace.givenAda()
    await workspace.hide()
    const address = `/app/leads/${ada.id}/reveal`

    const beyond = await workspace.as('senior_agent', client.post(address))
    const strange = await workspace.asStranger(client.post(address))
    beyond.assertStatus(404)
    strange.assertStatus(404)
    await workspace.agency.switchModule('leads', 'off')
    const off = await workspace.as('principal', client.post(address))
    off.assertStatus(404)
  })
})

test.group('Choosing how contact details of leads are kept', (group) => {
  const workspace = new DetailsWorkspace()
  group.each.setup(() => workspace.open())
  const chosen = { detailsHidden: 'true', revealsADay: '20', revealPause: '30', version: '1' }

  test('keeps what is chosen, and says so', async ({ client }) => {
    const saved = await workspace.as('principal', client.put(SETTINGS).form(chosen))
    saved.assertStatus(302)

    const page = await workspace.as('principal', client.get(SETTINGS))
    page.assertTextIncludes('value="20"')
    const stale = await workspace.asFragment('principal', client.put(SETTINGS).form(chosen))
    stale.assertStatus(409)
  })

  test('wants numbers that make sense', async ({ client }) => {
    const wrong = await workspace.asFragment(
      'principal',
      client.put(SETTINGS).form({ ...chosen, revealsADay: '0' })
    )
    wrong.assertStatus(422)
  })

  test('is for principals and directors, where leads are on', async ({ client }) => {
    const forbidden = await workspace.as('senior_agent', client.put(SETTINGS).form(chosen))
    forbidden.assertStatus(403)
    await workspace.agency.switchModule('leads', 'off')
    const off = await workspace.as('principal', client.get(SETTINGS))
    off.assertStatus(404)
  })
})
