import { test } from '@japa/runner'
import { countedQueries } from '#tests/support/counted_queries'
import { LeadsWorkspace } from '../workspace.ts'

/** The names in the list, from the top down. */
function namesIn(html: string): string[] {
  return [...html.matchAll(/<span class="truncate">([^<]*)<\/span>/g)].map(([, name]) => name)
}

function nextPageIn(html: string, rel: 'next' | 'prev'): string | null {
  const href = new RegExp(`rel="${rel}" href="([^"]*)"`).exec(html)?.[1]
  return href ? href.replaceAll('&amp;', '&') : null
}

const sorts = ['created', 'name', 'priority', 'value', 'touched', 'next', 'owner']

test.group('The list of leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('shows 25 of them, the newest first, and how many there are', async ({ client, assert }) => {
    await workspace.givenLeads(30)

    const response = await workspace.as('principal', client.get('/app/leads'))

    response.assertStatus(200)
    assert.lengthOf(namesIn(response.text()), 25)
    assert.equal(namesIn(response.text())[0], 'Lead 030')
    assert.match(response.text(), /1.25 of 30/)
  })

  test('is walked through in the order {sort}, every lead once, and back again')
    .with(sorts.flatMap((sort) => [{ sort }, { sort: `-${sort}` }]))
    .run(async ({ client, assert }, { sort }) => {
      await workspace.givenLeads(60)
      const seen: string[][] = []
      let address: string | null = `/app/leads?sort=${sort}`
      let last = ''
      while (address) {
        const response = await workspace.as('principal', client.get(address))
        seen.push(namesIn(response.text()))
        last = address
        address = nextPageIn(response.text(), 'next')
      }

      assert.lengthOf(new Set(seen.flat()), 60)
      const third = await workspace.as('principal', client.get(last))
      const back = nextPageIn(third.text(), 'prev')
      const second = await workspace.as('principal', client.get(back!))
      assert.deepEqual(namesIn(second.text()), seen[1])
    })

  test('is narrowed by {filter}')
    .with([
      { filter: 'status=qualified' },
      { filter: 'status=open&intent=sell' },
      { filter: 'source=referral' },
      { filter: 'owner=none' },
      { filter: 'band=hot' },
      { filter: 'age=older' },
      { filter: 'answered=no&status=qualified' },
      { filter: 'next=overdue' },
      { filter: 'tag=Villa' },
      { filter: 'city=Tacoma' },
      { filter: 'to=2026-01-31' },
      { filter: 'q=wanted' },
      { filter: 'q=(206) 555-0142' },
    ])
    .run(async ({ client, assert }, { filter }) => {
      await workspace.givenLeads(3)
      const lead = await workspace.givenLead({
        name: 'The wanted one',
        owner: null,
        phone: '+12065550142',
        source: 'referral',
        intent: 'sell',
        address: { city: 'Tacoma' },
        tags: ['Villa'],
      })
      await workspace.givenFacts(lead, {
        status: 'qualified',
        priority_override: 90,
        created_at: '2026-01-03T00:00:00Z',
        next_action_on: '2026-01-04',
      })

      const response = await workspace.as('principal', client.get(`/app/leads?${filter}`))

      assert.deepEqual(namesIn(response.text()), ['The wanted one'])
    })

  test('is narrowed by its stage and its team', async ({ client, assert }) => {
    await workspace.givenTeam('North', 'senior_agent')
    await workspace.givenLeads(2)
    const lead = await workspace.givenLead({ name: 'The wanted one', owner: 'senior_agent' })
    const { id } = await workspace.stage('Offer')
    await workspace.givenFacts(lead, { stage_id: id })

    const byStage = await workspace.as('principal', client.get(`/app/leads?stage=${id}`))
    const byTeam = await workspace.as('principal', client.get(`/app/leads?team=${lead.teamId}`))

    assert.deepEqual(namesIn(byStage.text()), ['The wanted one'])
    assert.deepEqual(namesIn(byTeam.text()), ['The wanted one'])
  })

  test('does not stumble over an address that makes no sense: {address}')
    .with([
      { address: '?after=nonsense' },
      { address: '?sort=constructor' },
      { address: '?owner=nobody&team=x&band=king&from=today&to=2026-02-31&age=constructor' },
      { address: '?q[]=a&q[]=b&tag[x]=y&cols[a]=b&status[]=deleted&stage=x&contact=y' },
      { address: '?open=../../x&as=everything' },
      { address: '?custom.budget=1&custom.__proto__=2' },
      { address: '?q=%00&tag=%00' },
      { address: '/board?owner=x&team=y&city[]=z&more=a:b' },
    ])
    .run(async ({ client }, { address }) => {
      await workspace.givenLeads(1)

      const response = await workspace.as('principal', client.get(`/app/leads${address}`))

      response.assertStatus(200)
    })

  test('shows a menu of filters and remembers the columns that were chosen', async ({
    client,
    assert,
  }) => {
    await workspace.givenLead({ source: 'Sign at the gate', address: { city: 'Tacoma' } })

    const menu = await workspace.asFragment('principal', client.get('/app/leads?as=filters'))
    const chosen = await workspace.as('principal', client.get('/app/leads?cols=city&cols=quality'))

    assert.include(menu.text(), 'Sign at the gate')
    assert.include(chosen.text(), 'Tacoma')
    assert.equal(chosen.cookie('leads_columns')?.value, 'city.quality')
  })

  test('costs as many statements for 25 leads as for one', async ({ client, assert }) => {
    const list = () => workspace.as('principal', client.get('/app/leads?cols=tags&cols=status'))
    const ownStatements = async () =>
      (await countedQueries(list)).filter((sql) => /lead|stage|tag|timeline|custom/.test(sql))
    await workspace.givenLeads(1)
    const forOne = await ownStatements()
    await workspace.givenLeads(24)
    const forAll = await ownStatements()

    assert.deepEqual(forAll, forOne)
    // The leads, and the agency's own fields, which may be columns.
    assert.lengthOf(forAll, 2, forAll.join('\n'))
  })

  test('says what belongs here while there is nothing yet', async ({ client, assert }) => {
    const empty = await workspace.as('principal', client.get('/app/leads'))
    const filtered = await workspace.as('principal', client.get('/app/leads?q=nobody'))

    assert.include(empty.text(), 'No leads yet')
    assert.include(filtered.text(), 'No lead matches')
  })

  test('is forbidden to those who may not see leads', async ({ client }) => {
    await workspace.givenReach('marketing', 'leads.view', 'none')

    const response = await workspace.as('marketing', client.get('/app/leads'))

    response.assertStatus(403)
  })

  test('shows nothing of another agency', async ({ client, assert }) => {
    await workspace.givenLead({ name: 'Only ours' })

    const response = await workspace.asStranger(client.get('/app/leads'))

    response.assertStatus(200)
    assert.notInclude(response.text(), 'Only ours')
  })

  test('is not there while the module is off', async ({ client }) => {
    await workspace.agency.switchModule('leads', 'off')

    const response = await workspace.as('principal', client.get('/app/leads'))

    response.assertStatus(404)
  })
})
