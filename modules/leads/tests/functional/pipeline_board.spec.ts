import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { LeadsWorkspace } from '../workspace.ts'

test.group('The pipeline board', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const board = '/app/leads/board'

  test('shows each stage with how many stand there and what they are worth', async ({
    client,
    assert,
  }) => {
    await workspace.givenLeads(3)
    await workspace.givenLead({ name: 'Lost one', facts: { status: 'lost', lostReason: 'price' } })

    const response = await workspace.as('principal', client.get(board))

    response.assertStatus(200)
    assert.include(response.text(), 'Showing')
    assert.match(response.text(), /<h2>Lead<\/h2>\s*<span>3<\/span>/)
    assert.include(response.text(), '$6,000')
    assert.match(response.text(), /aria-label="\d stars? of 5"/)
    assert.notInclude(response.text(), 'Lost one')
  })

  test('adds rents up by themselves, apart from prices', async ({ client, assert }) => {
    const given = (facts: object) => workspace.givenLead({ facts })
    await given({ intent: 'buy', budgetMaxMinor: 40_000_000 })
    await given({ intent: 'sell', askingPriceMinor: 30_000_000 })
    await given({ intent: 'rent', budgetMaxMinor: 200_000 })
    await given({ intent: 'let', askingPriceMinor: 150_000 })

    const response = await workspace.asFragment('principal', client.get(board))

    assert.include(response.text(), '>$700,000 · $3,500 in rents<')
  })

  test('shows the 20 most urgent of a column, and more when asked', async ({ client, assert }) => {
    await workspace.givenLeads(45)
    const { id } = await workspace.stage('Lead')
    const cards = (html: string) => html.match(/class="board-card"/g)?.length ?? 0

    const first = await workspace.asFragment('principal', client.get(board))
    const more = await workspace.asFragment('principal', client.get(`${board}?more=${id}:40`))

    assert.equal(cards(first.text()), 20)
    assert.equal(cards(more.text()), 40)
    assert.include(first.text(), `more=${id}%3A40`)
  })

  test('is narrowed by person, team and city', async ({ client, assert }) => {
    await workspace.givenTeam('North', 'senior_agent')
    const wanted = await workspace.givenLead({
      name: 'The wanted one',
      owner: 'senior_agent',
      address: { city: 'Tacoma' },
    })
    await workspace.givenLead({ name: 'The other one' })

    for (const filter of [`owner=${wanted.ownerId}`, `team=${wanted.teamId}`, 'city=Tacoma']) {
      const response = await workspace.asFragment('principal', client.get(`${board}?${filter}`))
      assert.include(response.text(), 'The wanted one', filter)
      assert.notInclude(response.text(), 'The other one', filter)
    }
  })

  test('takes a card on, with its status and history', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ facts: { status: 'contacted' } })
    const { id: column } = await workspace.stage('Showing')

    const response = await workspace.asFragment(
      'principal',
      client
        .post(`/app/leads/${lead.id}/stage-moves?owner=me`)
        .form({ column, version: lead.version })
    )

    response.assertStatus(200)
    assert.include(response.text(), 'id="pipeline"')
    assert.equal((await workspace.lead(lead.id))!.status, 'qualified')
    assert.equal(await workspace.stageOf(lead.id), 'Showing')
    assert.deepEqual(await workspace.steps(lead.id), ['contacted → qualified'])
  })

  test('moves a card between stages of one status without a step', async ({ client, assert }) => {
    const lead = await workspace.givenLead({ facts: { status: 'qualified' } })
    const { id: column } = await workspace.stage('Showing')

    const response = await workspace.as(
      'principal',
      client.post(`/app/leads/${lead.id}/stage-moves`).form({ column, version: lead.version })
    )

    assert.equal(response.header('location'), board)
    assert.equal(await workspace.stageOf(lead.id), 'Showing')
    assert.deepEqual(await workspace.steps(lead.id), [])
  })

  test('refuses what is no step, what is stale and what is no stage', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead()
    const { id: offer } = await workspace.stage('Offer')
    const { id: first } = await workspace.stage('Lead')
    const move = (form: object) =>
      workspace.asFragment('principal', client.post(`/app/leads/${lead.id}/stage-moves`).form(form))

    const far = await move({ column: offer, version: 1 })
    const stale = await move({ column: first, version: 9 })
    const strange = await move({ column: lead.id, version: 1 })
    const nonsense = await move({ column: 'x', version: 1 })

    far.assertStatus(409)
    assert.include(far.text(), 'Contacted, Lost')
    stale.assertStatus(409)
    strange.assertStatus(422)
    nonsense.assertStatus(422)
    assert.equal(await workspace.stageOf(lead.id), 'Lead')
  })

  test('is only to be looked at by those who may not change leads', async ({ client, assert }) => {
    const lead = await workspace.givenLead()
    const { id: column } = await workspace.stage('Lead')

    const page = await workspace.as('collections_manager', client.get(board))
    const move = await workspace.as(
      'collections_manager',
      client.post(`/app/leads/${lead.id}/stage-moves`).form({ column, version: 1 })
    )

    assert.include(page.text(), 'Ann Lee')
    assert.notInclude(page.text(), 'stage-moves')
    move.assertStatus(403)
  })

  test('costs as many statements for many leads as for one', async ({ client, assert }) => {
    const ask = () => workspace.asFragment('principal', client.get(board))
    await workspace.givenLeads(1)
    const forOne = await countedQueries(ask)
    await workspace.givenLeads(40)
    const forAll = await countedQueries(ask)

    assert.equal(forAll.length, forOne.length)
  })

  test('shows nothing of another agency, and is not there while the module is off', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ name: 'Only ours' })
    const { id: column } = await workspace.stage('Lead')
    const move = () => client.post(`/app/leads/${lead.id}/stage-moves`).form({ column, version: 1 })

    const theirs = await workspace.asStranger(client.get(board))
    const moved = await workspace.asStranger(move())
    await workspace.agency.switchModule('leads', 'off')
    const off = await workspace.as('principal', client.get(board))
    const offMove = await workspace.as('principal', move())

    assert.notInclude(theirs.text(), 'Only ours')
    moved.assertStatus(404)
    off.assertStatus(404)
    offMove.assertStatus(404)
  })
})
