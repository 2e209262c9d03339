import { test } from '@japa/runner'
import { CarryOutBulkWork } from '#app/bulk_works'
import { customFieldsOf } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { ImportSteps } from '../../imports/import_steps.ts'
import { LeadImportWorkspace } from '../import_workspace.ts'

const HEAD =
  'Lead name,Mobile,E-mail,Source,Created,Looking to,Budget,Area,Comments,UTM campaign,Assigned to'

const FAIR = `${HEAD}
Ann Lee,(206) 555-0123,Ann@Example.com,Walk in,3/14/2026,Buy,$400k - $500k,"Ballard, Fremont",Is it still there?,spring,
Bob Ray,12345,bob@example.com,,,,,,,,
,,,,,,,Ballard,,,
Cas Poe,,cas@example.com,Referral,1/1/2199,Sell,,,,,nobody@example.com
`

test.group('Importing leads', (group) => {
  const workspace = new LeadImportWorkspace()
  group.each.setup(() => workspace.open())

  test('reads what lists write, checked as at every other door', async ({ assert }) => {
    const work = await workspace.import({ list: FAIR, options: { source: 'event' } })

    assert.containSubset(work.counts, { created: 3, refused: 1, warned: 2 })
    const [ann, bob, cas] = await workspace.leads()
    assert.containSubset(ann.$attributes, {
      phone: '+12065550123',
      email: 'ann@example.com',
      source: 'walk_in',
      intent: 'buy',
      budgetMinMinor: 40_000_000,
      budgetMaxMinor: 50_000_000,
      localities: ['Ballard', 'Fremont'],
      message: 'Is it still there?',
      sourceDetail: { utm: { campaign: 'spring' } },
    })
    assert.equal(ann.createdAt.toISODate(), '2026-03-14')
    assert.containSubset(bob.$attributes, { phone: null, source: 'event', tagNames: ['To review'] })
    assert.equal(bob.sourceDetail.phoneWritten, '12345')
    assert.isBelow(Math.abs(cas.createdAt.diffNow().as('minutes')), 5)
  })

  test('gives them to whom the rules say, with the trace, or all to one person', async ({
    assert,
  }) => {
    const agent = await workspace.member('senior_agent')
    await workspace.import({ list: FAIR })
    const routed = await workspace.leads()
    assert.isTrue(routed.every(({ ownerId, routing }) => ownerId !== null && routing.length === 1))

    const list = FAIR.replaceAll('example.com', 'example.org').replace('555-0123', '555-0199')
    await workspace.import({ list, options: { ownerId: agent.id } })
    const given = (await workspace.leads()).filter(({ email }) => email?.endsWith('.org'))
    assert.isTrue(given.every(({ ownerId, routing }) => ownerId === agent.id && !routing.length))
  })

  test('makes a new field of a column when the import starts, not before', async ({
    client,
    assert,
  }) => {
    const pets = {
      list: 'Name,E-mail,Pets\nAnn,ann@example.com,Two dogs\n',
      mapping: { Pets: 'new' },
    }
    const draft = await workspace.givenImport(pets)
    const page = await workspace.as('principal', client.get(`/app/leads/imports/${draft.id}/edit`))
    const directors = await workspace.givenImport({ ...pets, role: 'sales_director' })
    const form = { source: 'event', columns: { c2: 'new' } }
    await workspace.as(
      'sales_director',
      client.put(`/app/leads/imports/${directors.id}`).form(form)
    )
    await workspace.rehearse(draft)
    assert.isEmpty(await workspace.inUnit(() => customFieldsOf('lead')))

    await workspace.import(pets)

    assert.match(page.text(), /Make a new field of this column[^]*Pets: Two dogs/)
    assert.containSubset((await workspace.read(directors)).facts, { mapping: { Pets: 'ignore' } })
    const [field] = await workspace.inUnit(() => customFieldsOf('lead'))
    const [ann] = await workspace.leads()
    assert.equal(field.label, 'Pets')
    assert.deepEqual(ann.custom, { pets: 'Two dogs' })
  })

  test('brings nothing new when the same list comes again', async ({ assert }) => {
    await workspace.import({ list: FAIR })
    const before = (await workspace.leads()).map((lead) => lead.serialize())

    const again = await workspace.import({ list: FAIR })

    assert.containSubset(again.counts, { unchanged: 3, refused: 1 })
    assert.deepEqual(
      (await workspace.leads()).map((lead) => lead.serialize()),
      before
    )
  })

  test('takes a repetition into the open lead of the same person and source', async ({
    assert,
  }) => {
    const known = await workspace.givenLead({
      name: 'Ann',
      phone: '+12065550123',
      source: 'walk_in',
      message: 'Hello',
    })
    const set = await workspace.givenImport({ list: FAIR })
    const rehearsal = await workspace.rehearse(set)
    assert.containSubset(rehearsal.counts, { updated: 1, created: 2 })
    assert.containSubset(rehearsal.facts.differences, [{ name: 'Ann' }])

    const work = await workspace.import({ list: FAIR })

    assert.equal(work.counts.updated, 1)
    const after = (await workspace.lead(known.id))!
    assert.containSubset(after.$attributes, {
      name: 'Ann',
      email: 'ann@example.com',
      message: 'Is it still there?',
      ownerId: known.ownerId,
    })
    await workspace.undo(work)
    const back = (await workspace.lead(known.id))!
    assert.containSubset(back.$attributes, { email: null, message: 'Hello', intent: null })
  })

  test('is undone as a whole, but for what somebody has worked on since', async ({ assert }) => {
    const work = await workspace.import({ list: FAIR })
    const [ann] = await workspace.leads()
    await workspace.givenCall(ann)

    const undone = await workspace.undo(work)

    assert.containSubset(undone.counts, { removed: 2, kept: 1 })
    assert.deepEqual(
      (await workspace.leads()).map(({ name }) => name),
      ['Ann Lee']
    )
    const again = await workspace.import({ list: FAIR })
    assert.containSubset(again.counts, { created: 2, unchanged: 1 })
  })

  test('goes on behind the last step when a worker dies', async ({ assert }) => {
    const work = await workspace.givenImport({ list: listOf(30) })
    await workspace.start(work)
    const dying = new AbortController()
    let steps = 0
    const run = {
      ...workspace.runAs('principal', dying.signal),
      inUnit: <T>(inside: () => Promise<T>) => {
        if (++steps === 5) dying.abort(new Error('killed'))
        return workspace.inUnit(inside)
      },
    }
    await assert.rejects(
      () => new CarryOutBulkWork(run, new ImportSteps(run, 10)).handle(work.id),
      'killed'
    )

    const done = await workspace.carryOut(work, (again) => new ImportSteps(again, 10))

    assert.equal(done.counts.created, 30)
    assert.lengthOf(await workspace.leads(), 30)
  })

  test('takes 5,000 rows in seconds, and shares them out in turn', async ({ assert }) => {
    const work = await workspace.import({ list: listOf(5_000) })

    assert.equal(work.counts.created, 5_000)
    assert.isBelow(work.endedAt!.diff(work.startedAt!).as('seconds'), 30)
    const { rows } = await workspace.inUnit(() =>
      unitSql<{ count: number }>('select count(*)::integer as count from leads group by owner_id')
    )
    const counts = rows.map(({ count }) => count)
    assert.isAtMost(Math.max(...counts) - Math.min(...counts), 1)
  }).timeout(120_000)
})

function listOf(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) => `Lead ${n},+1206555${String(1_000 + n)},l${n}@example.com,Website,,Buy,,,,,`
  )
  return [HEAD, ...lines].join('\n')
}
