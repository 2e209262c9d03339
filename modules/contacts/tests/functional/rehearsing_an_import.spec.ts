import { test } from '@japa/runner'
import fc from 'fast-check'
import { EXISTING } from '../../imports/import_options.ts'
import { ImportSteps } from '../../imports/import_steps.ts'
import { RehearsalSteps } from '../../imports/rehearsal_steps.ts'
import { RehearseImport } from '#app/imports'
import { ImportWorkspace } from '../import_workspace.ts'
import { ContactsWorkspace } from '../workspace.ts'

const few = (...words: string[]) => fc.constantFrom('', ...words)

/** Rows out of so few names, addresses and numbers that they meet each other all the time. */
const row = fc.tuple(
  few('Ann', 'Ben', 'Ann Mary'),
  few('Lee', 'Hay'),
  few('Acme Ltd', 'Beta'),
  few('a@example.com', 'b@example.com', 'c@example.com'),
  few('+12065550142', '+12065550143', '12'),
  few('Seattle', 'Tacoma'),
  few('VIP', 'vip', 'Investor'),
  few('A note')
)

const HEAD = 'First Name,Last Name,Company,Email,Mobile,City,Tags,Notes'

const scene = fc.record({
  known: fc.array(row, { maxLength: 4 }),
  rows: fc.array(row, { minLength: 1, maxLength: 25 }),
  existing: fc.constantFrom(...EXISTING),
  steps: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
})

function listOf(rows: string[][]): string {
  return [HEAD, ...rows.map((cells) => cells.join(',')), 'Zed,Last,,zed@example.com,,,,'].join('\n')
}

test.group('Checking a list', (group) => {
  const workspace = new ImportWorkspace()
  const contacts = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('changes nothing', async ({ assert }) => {
    const work = await workspace.givenImport({ list: listOf([]) })

    const rehearsal = await workspace.rehearse(work)

    assert.deepEqual([rehearsal.state, rehearsal.counts], ['done', { created: 1 }])
    assert.deepEqual(await workspace.contacts(), [])
    assert.equal((await workspace.read(work)).state, 'draft')
  })

  test('counts problems, and shows the first of them', async ({ assert }) => {
    const work = await workspace.givenImport({
      list: listOf([
        ['', '', '', '', '12', '', '', ''],
        ['Ann', 'Lee', '', 'nonsense', '', '', '', ''],
      ]),
    })

    const { counts, facts } = await workspace.rehearse(work)

    assert.deepEqual(counts, { refused: 1, created: 2, warned: 1 })
    assert.containsSubset(facts.problems, {
      'contacts.import.problems.nobody': 1,
      'contacts.import.problems.email_unreadable': 1,
    })
    assert.lengthOf(facts.examples as unknown[], 3)
  })

  test('says exactly what the import then does, however the rows are cut into steps; and the same list again is nobody new', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ known, rows, existing, steps }) => {
        await workspace.open()
        await contacts.givenContact({ name: 'Ann', email: 'a@example.com' })
        await workspace.import({ list: listOf(known) })

        const given = { list: listOf(rows), options: { existing } }
        const work = await workspace.givenImport(given)
        const asked = await workspace.agency.inUnit(
          () => new RehearseImport().handle(work),
          'principal'
        )
        if (!asked.ok) throw new Error(asked.reason)
        const rehearsal = await workspace.carryOut(
          asked.value,
          (run) => new RehearsalSteps(run, steps[0])
        )
        assert.isNull(await workspace.tryToStart(work))
        const done = await workspace.carryOut(work, (run) => new ImportSteps(run, steps[1]))
        const count = (await workspace.contacts()).length
        const again = await workspace.import(given)

        assert.deepEqual(done.counts, rehearsal.counts)
        assert.isUndefined(again.counts.created)
        assert.lengthOf(await workspace.contacts(), count)
      }),
      { numRuns: 10 }
    )
  }).timeout(300_000)
})
