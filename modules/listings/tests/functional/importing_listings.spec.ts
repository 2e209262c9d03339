import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { Member } from '#app/members'
import { CarryOutBulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { MergeListings } from '../../actions/merge_listings.ts'
import { ImportSteps } from '../../imports/import_steps.ts'
import { ListingImportWorkspace } from '../import_workspace.ts'

const HEAD =
  'Listing ID,Title,Type,Price,Bedrooms,Area (sqft),City,Owner,Owner phone,Agent email,Status,Pool'

const STOCK = `${HEAD}
A1,Cottage by the sound,Cottage,$450k,2,900,Seattle,Ann Lee,(206) 555-0123,,Active,yes
A2,Loft in town,Condo,"1,250,000",1,80 sqm,Seattle,,,nobody@example.com,Draft,no
A3,,,,,,,,,,,
`

test.group('Importing listings', (group) => {
  const workspace = new ListingImportWorkspace()
  group.each.setup(() => workspace.open())

  test('reads what agents write: words of money, types, units, statuses, owners', async ({
    assert,
  }) => {
    const work = await workspace.import({ list: STOCK })

    assert.equal(work.state, 'done')
    assert.containSubset(work.counts, { created: 2, refused: 1, warned: 1 })
    const [cottage, loft] = await workspace.stock()
    assert.containSubset(cottage, {
      title: 'Cottage by the sound',
      type: 'cottage',
      price_minor: 45_000_000,
      beds: 2,
      size_value: 900,
      size_unit: 'sqft',
      status: 'active',
      features: ['pool'],
      owner_name: 'Ann Lee',
    })
    assert.containSubset(loft, {
      type: 'apartment',
      price_minor: 125_000_000,
      size_value: 80,
      size_unit: 'sqm',
      status: 'draft',
      features: [],
    })
  })

  test('finds the agent by name, where only one is called so', async ({ assert }) => {
    const member = await workspace.agency.memberId('senior_agent')
    const name = await workspace.agency.inUnit(async () => (await Member.findOrFail(member)).name)
    const list = `Title,Agent,Size\nOne,${name.toUpperCase()},abc\nTwo,Somebody else,90\n`

    const work = await workspace.import({ list })

    assert.containSubset(work.counts, { created: 2, warned: 2 })
    assert.containSubset(await workspace.stock(), [
      { title: 'One', owner_id: member, size_value: null },
      { title: 'Two', owner_id: await workspace.agency.memberId('principal') },
    ])
  })

  test('brings nothing new when the same list comes again', async ({ assert }) => {
    await workspace.import({ list: STOCK })
    const before = await workspace.stock()

    const again = await workspace.import({ list: STOCK })

    assert.containSubset(again.counts, { unchanged: 2, refused: 1 })
    assert.deepEqual(await workspace.stock(), before)
  })

  test('shows field by field what would change, before it does', async ({ assert }) => {
    await workspace.import({ list: STOCK })
    const work = await workspace.givenImport({ list: STOCK.replace('$450k', '$475k') })

    const rehearsal = await workspace.rehearse(work)

    assert.containSubset(rehearsal.counts, { updated: 1, unchanged: 1 })
    assert.containSubset(rehearsal.facts.differences, [
      {
        line: 2,
        name: 'Cottage by the sound',
        changes: [{ field: 'listings.fields.price', from: '$450,000', to: '$475,000' }],
      },
    ])
    assert.equal((await workspace.stock())[0].price_minor, 45_000_000)
  })

  test('never writes over a field that an agent keeps', async ({ assert }) => {
    await workspace.import({ list: STOCK })
    await workspace.inUnit(() => unitSql(`update listings set locked_fields = '{price}'`))

    const work = await workspace.import({
      list: STOCK.replace('$450k', '$475k').replace('Cottage by', 'House by'),
    })

    assert.equal(work.counts.updated, 1)
    const [loftOrHouse] = (await workspace.stock()).filter(({ type }) => type === 'cottage')
    assert.equal(loftOrHouse.price_minor, 45_000_000)
    assert.equal(loftOrHouse.title, 'House by the sound')
  })

  test('finds what was merged since in the one that stayed, and writes over nothing there', async ({
    assert,
  }) => {
    const survivor = await workspace.givenListing({ title: 'Ours' })
    await workspace.import({ list: STOCK })
    const other = (await workspace.listingCalled('Cottage by the sound'))!
    await workspace.agency.inUnit(
      () =>
        new MergeListings().handle(
          { listing: survivor, version: survivor.version },
          { listing: other, version: other.version },
          { title: 'mine' }
        ),
      'principal'
    )

    const again = await workspace.import({ list: STOCK.replace('$450k', '$455k') })

    assert.containSubset(again.counts, { unchanged: 2, refused: 1 })
    assert.equal(again.counts.created, undefined)
    assert.equal((await workspace.listing(survivor.id))!.title, 'Ours')
  })

  test('is undone as a whole, but for what somebody has worked with since', async ({ assert }) => {
    const first = await workspace.import({ list: STOCK })
    const second = await workspace.import({ list: STOCK.replace('$450k', '$475k') })

    const back = await workspace.undo(second)
    assert.equal(back.counts.restored, 1)
    assert.equal((await workspace.stock())[0].price_minor, 45_000_000)

    await workspace.inUnit(() =>
      unitSql(`update listings set version = version + 1 where title like 'Loft%'`)
    )
    const undone = await workspace.undo(first)
    assert.equal(undone.counts.kept, 2)
  })

  test('removes what it created when it is undone at once', async ({ assert }) => {
    const work = await workspace.import({ list: STOCK })

    const undone = await workspace.undo(work)

    assert.equal(undone.counts.removed, 2)
    assert.lengthOf(await workspace.stock(), 0)
  })

  test('goes on behind the last step when a worker dies', async ({ assert }) => {
    const lines = Array.from({ length: 30 }, (_, n) => `B${n},House ${n},House,100k,3,,,,,,,`)
    const work = await workspace.givenImport({ list: [HEAD, ...lines].join('\n') })
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

    assert.equal(done.state, 'done')
    assert.equal(done.counts.created, 30)
    assert.lengthOf(await workspace.stock(), 30)
  })

  test('takes the 21,612 sales of King County, and none of them twice', async ({ assert }) => {
    const list = gunzipSync(readFileSync(new URL('../../demo/king_county.csv.gz', import.meta.url)))
    const work = await workspace.import({ list, name: 'kc_house.csv' })

    assert.equal(work.state, 'done')
    assert.equal(work.rowsDone, 21_612)
    assert.equal(work.counts.refused ?? 0, 0)
    const seconds = work.endedAt!.diff(work.startedAt!).as('seconds')
    assert.isBelow(seconds, 60)

    const again = await workspace.givenImport({ list })
    const rehearsal = await workspace.rehearse(again)
    assert.equal(rehearsal.counts.unchanged, 21_612)
  }).timeout(180_000)
})
