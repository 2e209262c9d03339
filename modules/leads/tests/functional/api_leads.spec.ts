import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { ApiProgram } from '#tests/support/api_client'
import { countedQueries } from '#tests/support/counted_queries'
import { leadStatuses } from '../../lead_words.ts'
import { LeadsWorkspace } from '../workspace.ts'

const ANY = { headers: { 'if-match': '*' } }
const NOWHERE = '00000000-0000-4000-8000-000000000000'
const names = ({ data }: { data: { name: string }[] }) => data.map(({ name }) => name)

test.group('Leads for programs', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const program = (role: StaffRole = 'principal') =>
    ApiProgram.of({ agency: workspace.agency, role })

  test('are listed page by page, each once, the newest first', async ({ assert }) => {
    await workspace.givenLeads(7)
    const reader = await program()
    const found: string[] = []
    let cursor: string | null = ''
    for (let page = 0; cursor !== null && page < 9; page++) {
      const { json } = await reader.get(`/leads?limit=3${cursor && `&after=${cursor}`}`)
      assert.equal(json.has_more, json.next_cursor !== null)
      found.push(...names(json))
      cursor = json.next_cursor
    }
    assert.deepEqual(
      found,
      [7, 6, 5, 4, 3, 2, 1].map((number) => `Lead 00${number}`)
    )
  })

  test('are narrowed by everything by which they are told apart', async ({ assert }) => {
    await workspace.givenLead({ name: 'Zoe', source: 'referral', intent: 'sell', tags: ['VIP'] })
    const agent = await workspace.agency.memberId('senior_agent')
    const mine = { owner: 'senior_agent', intent: 'buy', email: 'bo@post.example' } as const
    const bo = await workspace.givenLead({ name: 'Bo', ...mine, facts: { priorityOverride: 95 } })
    await workspace.givenFacts(bo, { created_at: '2026-01-05T10:00:00Z' })
    const stage = await workspace.stage('Lead')
    const reader = await program()

    const found = async (question: string) =>
      names((await reader.get(`/leads?sort=name&${question}`)).json)
    for (const [question, expected] of [
      ['source=referral', ['Zoe']],
      ['intent=sell', ['Zoe']],
      ['tag=VIP', ['Zoe']],
      [`assignee=${agent}`, ['Bo']],
      [`owner=${agent}`, ['Bo']],
      ['assignee=me', ['Zoe']],
      ['assignee=none', []],
      ['q=bo%40post', ['Bo']],
      ['score_min=90', ['Bo']],
      ['score_max=89', ['Zoe']],
      ['created_since=2026-01-06T00:00:00Z', ['Zoe']],
      ['updated_since=2099-01-01T00:00:00%2B02:00', []],
      ['to=2026-01-05', ['Bo']],
      [`stage=${stage.id}`, ['Bo', 'Zoe']],
      ['status=open', ['Bo', 'Zoe']],
      ['status=lost', []],
      ['answered=no', ['Bo', 'Zoe']],
    ] as [string, string[]][])
      assert.deepEqual(await found(question), expected, question)
  })

  test('are refused a question that makes no sense, part by part', async ({ assert }) => {
    const reader = await program()
    for (const [question, parameter] of [
      ['limit=101', 'limit'],
      ['status=asleep', 'status'],
      ['assignee=somebody', 'assignee'],
      ['score_min=100', 'score_min'],
      ['created_since=yesterday', 'created_since'],
      ['updated_since=2026-01-01', 'updated_since'],
      ['sort=height', 'sort'],
      ['after=nonsense', 'after'],
    ]) {
      const { status, json } = await reader.get(`/leads?${question}`)
      assert.equal(status, 422, question)
      assert.equal(json.errors[0].parameter, parameter)
    }
    const { json } = await reader.get('/leads?status=asleep')
    assert.deepEqual(json.errors[0].allowed, [...leadStatuses, 'open', 'deleted'])
    assert.equal((await reader.get('/leads/statistics?days=0')).status, 422)
  })

  test('take as many queries however many they are', async ({ assert }) => {
    const reader = await program()
    await workspace.givenLeads(2)
    const few = await countedQueries(() => reader.get('/leads?limit=100'))
    await workspace.givenLeads(60)
    const many = await countedQueries(() => reader.get('/leads?limit=100'))
    assert.isAtMost(many.length, few.length + 1)
  })

  test('are created with where they came from, and go to whom the rules say', async ({
    assert,
  }) => {
    const writer = await program()
    const answer = await writer.post('/leads', {
      name: 'Tariro Moyo',
      phone: '(206) 555-0142',
      source: 'website',
      source_detail: { utm: { campaign: 'spring' }, first_page: '/homes' },
      budget_max_minor: 45_000_000,
      localities: ['Ballard, Fremont'],
      tags: ['Hot'],
    })
    assert.equal(answer.status, 201)
    assert.equal(answer.headers.location, `/api/v1/leads/${answer.json.id}`)
    assert.containsSubset(answer.json, {
      phone: '+12065550142',
      status: 'new',
      budget_max_minor: 45_000_000,
      currency: 'USD',
      localities: ['Ballard', 'Fremont'],
      source_detail: { utm: { campaign: 'spring' }, first_page: '/homes' },
      tags: ['Hot'],
    })
    assert.isNotNull(answer.json.owner_id)
    const shown = await writer.get(`/leads/${answer.json.id}`)
    assert.deepEqual([shown.text, shown.headers.etag], [answer.text, answer.headers.etag])
    const headers = { 'if-none-match': String(shown.headers.etag) }
    assert.equal((await writer.get(`/leads/${answer.json.id}`, { headers })).status, 304)
  })

  test('stay with the agent whose key brings them, who gives them to nobody else', async ({
    assert,
  }) => {
    const agent = await program('junior_agent')
    const { json } = await agent.post('/leads', { name: 'Bo' })
    assert.equal(json.owner_id, await workspace.agency.memberId('junior_agent'))
    const owner = await workspace.agency.memberId('principal')
    const given = await agent.post('/leads', { name: 'Cy', owner_id: owner })
    assert.deepEqual([given.status, given.json.permission], [403, 'leads.assign'])
    const moved = await agent.patch(`/leads/${json.id}`, { owner_id: owner }, ANY)
    assert.equal(moved.status, 403)
    assert.equal((await agent.patch(`/leads/${json.id}`, { motivation: 5 }, ANY)).status, 200)
  })

  test('are changed in part, and the rest stays', async ({ assert }) => {
    const lead = await workspace.givenLead({ phone: '+12065550100', tags: ['VIP'] })
    const writer = await program()
    const before = await writer.get(`/leads/${lead.id}`)
    const change = { address: { city: 'Seattle' }, message: 'Call me' }
    const seen = { headers: { 'if-match': String(before.headers.etag) } }
    const { status, json } = await writer.patch(`/leads/${lead.id}`, change, seen)
    assert.equal(status, 200)
    const moving = [
      'version',
      'updated_at',
      'priority',
      'priority_score',
      'priority_factors',
      'quality_stars',
    ]
    for (const key of Object.keys(json).filter((one) => !moving.includes(one)))
      assert.deepEqual(json[key], { ...before.json, ...change }[key], key)
    const again = await writer.patch(`/leads/${lead.id}`, { message: null }, ANY)
    assert.isNull(again.json.message)
  })

  test('walk through their statuses, and nowhere else', async ({ assert }) => {
    const lead = await workspace.givenLead({ phone: '+12065550100' })
    const writer = await program()
    const step = (body: object) => writer.patch(`/leads/${lead.id}/status`, body, ANY)

    const jump = await step({ status: 'qualified' })
    assert.deepEqual([jump.status, jump.json.allowed], [409, ['contacted', 'lost']])
    for (const status of ['contacted', 'qualified', 'negotiation'])
      assert.equal((await step({ status })).json.status, status)
    assert.equal((await step({ status: 'lost', lost_reason: 'price' })).json.lost_reason, 'price')
    const silent = await step({ status: 'contacted' })
    assert.deepEqual([silent.status, silent.json.errors[0].pointer], [422, '#/reason'])
    assert.equal((await step({ status: 'contacted', reason: 'Called again' })).status, 200)
    const early = await writer.post(`/leads/${lead.id}/conversion`, {}, ANY)
    assert.deepEqual([early.status, early.json.allowed], [409, ['qualified', 'lost']])
    for (const status of ['qualified', 'negotiation']) await step({ status })
    const { json } = await writer.post(`/leads/${lead.id}/conversion`, {}, ANY)
    assert.equal(json.status, 'converted')
    assert.isString(json.contact_id)
    assert.lengthOf(await workspace.steps(lead.id), 8)
  })

  test('are given to a colleague within reach, and to nobody else', async ({ assert }) => {
    const lead = await workspace.givenLead({ owner: null })
    const writer = await program()
    const owner = await workspace.agency.memberId('senior_agent')
    const assign = (id: string | null) =>
      writer.patch(`/leads/${lead.id}/assignment`, { owner_id: id }, ANY)
    const { json } = await assign(owner)
    assert.equal(json.owner_id, owner)
    assert.isString(json.assigned_at)
    const stranger = await assign(NOWHERE)
    assert.deepEqual([stranger.status, stranger.json.errors[0].pointer], [422, '#/owner_id'])
    const misspelt = await writer.patch(`/leads/${lead.id}/assignment`, { owner: owner }, ANY)
    assert.deepEqual([misspelt.status, misspelt.json.errors[0].pointer], [422, '#/owner_id'])
    assert.equal((await workspace.lead(lead.id))!.ownerId, owner)
    const put = await writer.askFreely('PUT', `/leads/${lead.id}/assignment`, { body: {} })
    assert.deepEqual([put.status, put.json.code], [405, 'E_PATCH_INSTEAD'])
  })

  test('of two programs that saw the same one, one assigns it', async ({ assert }) => {
    const lead = await workspace.givenLead({ owner: null })
    const writer = await program()
    const { headers } = await writer.get(`/leads/${lead.id}`)
    const seen = { headers: { 'if-match': String(headers.etag) } }
    const answers = await Promise.all(
      (['senior_agent', 'junior_agent'] as const).map(async (role) => {
        const body = { owner_id: await workspace.agency.memberId(role) }
        return writer.patch(`/leads/${lead.id}/assignment`, body, seen)
      })
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412])
  })

  test('keep what they want, line by line', async ({ assert }) => {
    const lead = await workspace.givenLead()
    const path = `/leads/${lead.id}/interests`
    const writer = await program()
    const { json } = await writer.post(path, { unit: 'B-12', note: 'South side' })
    assert.containsSubset(json, { unit: 'B-12', note: 'South side', listing_id: null })
    assert.equal((await writer.post(path, { listing_id: NOWHERE })).status, 404)
    assert.lengthOf((await writer.get(path)).json.data, 1)
    assert.equal((await writer.delete(`${path}/${json.id}`)).status, 204)
    assert.lengthOf((await writer.get(path)).json.data, 0)
    assert.equal((await writer.delete(`${path}/${json.id}`)).status, 404)
  })

  test('are ticked, ranked, spoken with and tagged', async ({ assert }) => {
    const lead = await workspace.givenLead({ owner: 'principal' })
    const writer = await program()
    const of = (part: string) => `/leads/${lead.id}/${part}`
    const ticked = await writer.patch(of('checks/photos_current'), { done: true })
    assert.equal(
      ticked.json.checklist.photos_current.name,
      (await workspace.member('principal')).name
    )
    assert.equal((await writer.patch(of('checks/moon_is_full'), { done: true })).status, 404)
    assert.equal((await writer.patch(of('priority'), { priority: 91 })).json.priority, 91)
    const back = await writer.patch(of('priority'), { priority: null })
    assert.equal(back.json.priority, back.json.priority_score)
    await writer.post(of('timeline'), { kind: 'call', outcome: 'positive' })
    const shown = await writer.get(`/leads/${lead.id}`)
    assert.equal(shown.json.status, 'contacted')
    assert.isString(shown.json.first_responded_at)
    await writer.post(of('tags'), { tags: ['warm'] })
    assert.equal((await writer.delete(of('tags/warm'))).status, 204)
  })

  test('are counted by status, source, agent and week, with how fast they were answered', async ({
    assert,
  }) => {
    const lead = await workspace.givenLead({ source: 'referral' })
    await workspace.givenLead({ owner: null })
    await workspace.givenWait(lead, 30)
    const { json } = await (await program()).get('/leads/statistics?days=30')
    assert.containsSubset(json.total, { leads: 2, answered: 1, response_seconds_median: 1800 })
    assert.deepEqual(
      json.by_status.map(({ key }: { key: string }) => key),
      ['new']
    )
    assert.includeMembers(
      json.by_source.map(({ key }: { key: string }) => key),
      ['referral', 'other']
    )
    assert.includeMembers(
      json.by_agent.map(({ key }: { key: string | null }) => key),
      [lead.ownerId, null]
    )
    assert.lengthOf(json.by_week, 1)
  })

  test('stand in columns of the agency', async ({ assert }) => {
    const { json } = await (await program('junior_agent')).get('/leads/stages')
    assert.deepEqual(
      json.data.map(({ label, status }: { label: string; status: string }) => [label, status]),
      [
        ['Lead', 'new'],
        ['Qualified', 'qualified'],
        ['Showing', 'qualified'],
        ['Offer', 'negotiation'],
        ['Closed', 'converted'],
      ]
    )
  })

  test('come back within 7 days', async ({ assert }) => {
    const lead = await workspace.givenLead()
    const writer = await program()
    assert.equal((await writer.delete(`/leads/${lead.id}`, ANY)).status, 204)
    assert.equal((await writer.get(`/leads/${lead.id}`)).status, 404)
    assert.deepEqual(names((await writer.get('/leads?status=deleted')).json), ['Ann Lee'])
    const back = await writer.post(`/leads/${lead.id}/restoration`)
    assert.deepEqual([back.status, back.json.id], [200, lead.id])
  })
})
