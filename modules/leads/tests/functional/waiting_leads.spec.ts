import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Leads that wait', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const waiting = '/app/leads/waiting'

  test('are new ones that nobody answered, with why and since when', async ({ client, assert }) => {
    await workspace.givenLead({
      name: 'Unanswered',
      intent: 'buy',
      source: 'referral',
      phone: '+12065550142',
      address: { city: 'Tacoma' },
    })
    const answered = await workspace.givenLead({ name: 'Answered' })
    await workspace.givenCall(answered)

    const today = await workspace.as('principal', client.get('/app'))
    const piece = await workspace.asFragment('principal', client.get(waiting))

    assert.include(today.text(), 'Unanswered')
    assert.include(today.text(), 'Answer a new lead (Referral)')
    assert.notInclude(today.text(), '>Answered<')
    assert.include(piece.text(), 'Unanswered')
    assert.include(piece.text(), 'Wants to buy · Tacoma · Referral')
    assert.include(piece.text(), 'wa.me/12065550142')
    assert.notInclude(piece.text(), '>Answered<')
  })

  test('are those with something promised for today or earlier', async ({ client, assert }) => {
    const due = await workspace.givenLead({ name: 'Due one' })
    await workspace.givenCall(due, 'principal', '2026-01-01')
    const later = await workspace.givenLead({ name: 'Later one' })
    await workspace.givenCall(later, 'principal', '2036-01-01')

    const page = await workspace.as('principal', client.get(waiting))

    assert.include(page.text(), 'Due one')
    assert.include(page.text(), 'Send the brochure')
    assert.notInclude(page.text(), 'Later one')
  })

  test('leave the list when what was promised is done', async ({ client, assert }) => {
    const due = await workspace.givenLead({ name: 'Due one' })
    const entry = await workspace.givenCall(due, 'principal', '2026-01-01')

    const response = await workspace.asFragment(
      'principal',
      client.post(`/app/leads/${due.id}/entries/${entry.id}/completion?back=waiting`)
    )

    response.assertStatus(200)
    assert.include(response.text(), 'id="waiting-leads"')
    assert.notInclude(response.text(), 'Due one')
  })

  test('come fresh ones first, however urgent the older ones are', async ({ client, assert }) => {
    for (const [name, priority, hours] of [
      ['Urgent once', 90, 200],
      ['Of this hour', 10, 0],
      ['Of this morning', 50, 5],
      ['Calm once', 20, 300],
    ] as const) {
      const lead = await workspace.givenLead({ name })
      const createdAt = DateTime.utc().minus({ hours }).toISO()
      await workspace.givenFacts(lead, { created_at: createdAt, priority_override: priority })
    }

    const page = await workspace.as('principal', client.get('/app'))

    const names = page.text().match(/(Of this \w+|\w+ once)(?=<\/a>)/g)
    assert.deepEqual(names, ['Of this hour', 'Of this morning', 'Urgent once', 'Calm once'])
    assert.include(page.text(), 'came 5 hours ago')
  })

  test('are answered or put off with a tap, which can be taken back', async ({
    client,
    assert,
  }) => {
    const lead = await workspace.givenLead({ name: 'New one', phone: '+12065550142' })
    const post = (url: string, sent = {}) =>
      workspace.asFragment('principal', client.post(url.replaceAll('&amp;', '&')).form(sent))
    const address = (html: string, id: string) =>
      html.match(new RegExp(`${id}[^]*?action="([^"]+)"`))![1]
    const today = async () => (await workspace.as('principal', client.get('/app'))).text()

    const later = await post(address(await today(), 'today-lead[^]*?class="menu'), { days: 1 })
    const putOff = await workspace.lead(lead.id)
    const list = await workspace.as('principal', client.get(waiting))
    await post(address(later.text(), 'class="toast'))
    const done = await post(address(await today(), 'today-lead'))
    const answered = await workspace.lead(lead.id)
    await post(address(done.text(), 'class="toast'))
    const again = await workspace.lead(lead.id)

    assert.notInclude(later.text(), 'New one')
    assert.notInclude(list.text(), 'New one')
    assert.equal(putOff!.status, 'new')
    assert.isNotNull(putOff!.nextActionOn)
    assert.equal(answered!.status, 'contacted')
    assert.isNotNull(answered!.firstRespondedAt)
    assert.equal(again!.status, 'new')
    assert.include(await today(), 'New one')
  })

  test('offer no acts to those who may only look', async ({ client, assert }) => {
    await workspace.givenLead({ name: 'New one' })

    const page = await workspace.as('collections_manager', client.get('/app'))

    assert.include(page.text(), 'New one')
    assert.notInclude(page.text(), 'back=today"')
  })

  test('can be one’s own only', async ({ client, assert }) => {
    await workspace.givenLead({ name: 'Mine' })
    await workspace.givenLead({ name: 'Theirs', owner: 'senior_agent' })

    const page = await workspace.as('principal', client.get(`${waiting}?whose=mine`))

    assert.include(page.text(), '>Mine<')
    assert.notInclude(page.text(), '>Theirs<')
  })

  test('are not shown without the right to, nor while the module is off', async ({ client }) => {
    await workspace.givenReach('marketing', 'leads.view', 'none')
    const forbidden = await workspace.as('marketing', client.get(waiting))
    await workspace.agency.switchModule('leads', 'off')
    const off = await workspace.as('principal', client.get(waiting))

    forbidden.assertStatus(403)
    off.assertStatus(404)
  })

  test('are answered and worked off on the first page, in one list with the rest', async ({
    client,
    assert,
  }) => {
    const due = await workspace.givenLead({ name: 'Due one' })
    const entry = await workspace.givenCall(due, 'principal', '2026-01-01')
    await workspace.givenLead({ name: 'New one' })
    await workspace.givenLead({ name: 'Of others', owner: 'senior_agent' })

    const page = await workspace.as('principal', client.get('/app'))
    const done = await workspace.asFragment(
      'principal',
      client.post(`/app/leads/${due.id}/entries/${entry.id}/completion?back=today`)
    )

    const names = page.text().match(/(New one|Due one|Of others)(?=<\/a>)/g)
    assert.deepEqual(names, ['New one', 'Due one', 'Of others'])
    assert.include(done.text(), 'id="today"')
    assert.notInclude(done.text(), 'Due one')
  })
})
