import { test } from '@japa/runner'
import { Task, WriteEntry } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { givenAttachment } from '#tests/support/record_doors'
import { linkContacts } from '../../actions/link_contacts.ts'
import { MergeContacts } from '../../actions/merge_contacts.ts'
import { addRequirement } from '../../actions/save_requirement.ts'
import { scoreContact } from '../../actions/score_contact.ts'
import Contact from '../../models/contact.ts'
import { contactSubject } from '../../subject.ts'
import { generatedList } from '../generated_list.ts'
import { ImportWorkspace } from '../import_workspace.ts'
import { ContactsWorkspace } from '../workspace.ts'

const HEAD = 'First Name,Last Name,Company,Email,Mobile,City,Tags,Notes'

function list(...rows: string[]): string {
  return [HEAD, ...rows].join('\n')
}

test.group('Undoing an import', (group) => {
  const workspace = new ImportWorkspace()
  const contacts = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('takes away what it created, as by hand: restorable', async ({ assert }) => {
    const work = await workspace.import({ list: generatedList(600) })

    const undoing = await workspace.undo(work)

    assert.deepEqual(undoing.counts, { removed: 600 })
    assert.deepEqual(await workspace.contacts(), [])
    assert.equal((await workspace.read(work)).state, 'undone')
    assert.equal(
      await countOf('contacts where deleted_at is not null and deleted_by is not null'),
      600
    )
    assert.equal(await countOf('search_documents'), 0)
  })

  test('keeps a contact that somebody has worked with since', async ({ assert }) => {
    const work = await workspace.import({
      list: list(
        'Ann,Lee,,ann@example.com,,,,',
        'Ben,Hay,,ben@example.com,,,,',
        'Cem,Oz,,cem@example.com,,,,',
        'Dee,Ray,,dee@example.com,,,,A note of the list'
      ),
    })
    const [ann, ben, cem] = await workspace.contacts()
    await workspace.agency.inUnit(async () => {
      await unitSql('update contacts set version = version + 1 where id = ?', [ann.id])
      await new WriteEntry().handle(contactSubject, ben.id, { kind: 'call', details: 'Rang' })
      await unitSql(`insert into tags (name) values ('By hand')`)
      await unitSql(
        `insert into taggings (tag_id, subject_type, subject_id) select id, 'contact', ? from tags`,
        [cem.id]
      )
    }, 'principal')

    const undoing = await workspace.undo(work)

    assert.deepEqual(undoing.counts, { kept: 3, removed: 1 })
    assert.deepEqual(
      (await workspace.contacts()).map(({ name }) => name),
      ['Ann Lee', 'Ben Hay', 'Cem Oz']
    )
  })

  test('keeps a contact to which somebody has added a wish, a link, a score, a task or a file', async ({
    assert,
  }) => {
    const names = ['Ann', 'Ben', 'Cem', 'Dee', 'Eve', 'Fay', 'Gus']
    const work = await workspace.import({ list: list(...names.map((name) => `${name},,,,,,,`)) })
    const ids = (await workspace.contacts()).map(({ id }) => id)
    await workspace.agency.inUnit(async () => {
      const [ann, ben] = await Contact.findMany(ids.slice(0, 2))
      await linkContacts(ann, ben, 'spouse')
      await addRequirement(ids[2], { dealType: 'rent' })
      await scoreContact(ids[3], { score: 9 })
      const about = { subjectType: 'contact', subjectId: ids[4] }
      await Task.create({ ...about, title: 'Call', status: 'open', role: 'principal' })
      await givenAttachment('contact', ids[5], 'plan.txt')
    }, 'principal')

    const undoing = await workspace.undo(work)

    assert.deepEqual(undoing.counts, { kept: 6, removed: 1 })
  })

  test('keeps what somebody has merged into another contact since', async ({ assert }) => {
    const known = await contacts.givenContact({ name: 'Ann', email: 'ann@example.com' })
    const work = await workspace.import({ list: list('A.,Lee,,,+12065550142,,,') })
    const imported = (await contacts.contactNamed('A. Lee'))!
    await workspace.agency.inUnit(async () => {
      const [survivor, other] = [
        (await Contact.find(known.id))!,
        (await Contact.find(imported.id))!,
      ]
      await new MergeContacts().handle(
        { contact: survivor, version: survivor.version },
        { contact: other, version: other.version },
        {}
      )
    }, 'principal')

    const undoing = await workspace.undo(work)

    assert.deepEqual(undoing.counts, { kept: 1 })
    assert.containsSubset(await workspace.contacts(), [{ phones: ['+12065550142'] }])
  })

  test('puts back field by field what it changed', async ({ assert }) => {
    await contacts.givenContact({ name: 'Ann', email: 'ann@example.com', tags: ['VIP'] })
    const [before] = await workspace.contacts()
    const work = await workspace.import({
      list: list('Ann,Lee,Lee Homes,ann@example.com,+12065550142,Seattle,Investor,From the list'),
      options: { existing: 'overwrite' },
    })
    const [changed] = await workspace.contacts()
    assert.containsSubset(changed, { name: 'Ann Lee', city: 'Seattle', phones: ['+12065550142'] })

    const undoing = await workspace.undo(work)

    assert.deepEqual(undoing.counts, { restored: 1 })
    const [after] = await workspace.contacts()
    const passing = { version: null, updated_at: null }
    assert.deepEqual({ ...after, ...passing }, { ...before, ...passing })
  })

  test('leaves a field that was changed again since, and puts back the others', async ({
    assert,
  }) => {
    await contacts.givenContact({ name: 'Ann', email: 'ann@example.com' })
    const work = await workspace.import({
      list: list('Ann,Lee,Lee Homes,ann@example.com,,Seattle,,'),
    })
    await workspace.agency.inUnit(() =>
      unitSql(`update contacts set company_name = 'By hand', version = version + 1`)
    )

    const undoing = await workspace.undo(work)

    assert.deepEqual(undoing.counts, { kept: 1 })
    const [ann] = await workspace.contacts()
    assert.containsSubset(ann, { name: 'Ann', company_name: 'By hand', city: null })
  })

  test('can take back two imports, the later one first', async ({ assert }) => {
    const first = await workspace.import({ list: list('Ann,Lee,,ann@example.com,,,,') })
    const second = await workspace.import({
      list: list('Ann,Lee,Lee Homes,ann@example.com,+12065550142,Seattle,VIP,'),
    })

    assert.deepEqual((await workspace.undo(second)).counts, { restored: 1 })
    assert.deepEqual((await workspace.undo(first)).counts, { removed: 1 })
    assert.deepEqual(await workspace.contacts(), [])
  })

  test('keeps what a later import has built upon', async ({ assert }) => {
    const first = await workspace.import({ list: list('Ann,Lee,,ann@example.com,,,,') })
    await workspace.import({ list: list('Ann,Lee,Lee Homes,ann@example.com,,,,') })

    assert.deepEqual((await workspace.undo(first)).counts, { kept: 1 })
  })

  test('goes only once, and not before the import is over', async ({ assert }) => {
    const work = await workspace.givenImport({ list: list('Ann,Lee,,ann@example.com,,,,') })
    await assert.rejects(() => workspace.undo(work), /not_over/)

    const done = await workspace.import({ list: list('Ann,Lee,,ann@example.com,,,,') })
    await workspace.undo(done)
    await assert.rejects(() => workspace.undo(done), /not_over/)
  })

  test('is too late after 30 days', async ({ assert }) => {
    const work = await workspace.import({ list: list('Ann,Lee,,ann@example.com,,,,') })
    await workspace.agency.inUnit(() =>
      unitSql(`update bulk_works set ended_at = now() - interval '31 days'`)
    )

    await assert.rejects(() => workspace.undo(work), /too_late/)
  })

  function countOf(what: string): Promise<number> {
    return workspace.agency.inUnit(async () => {
      const { rows } = await unitSql<{ count: number }>(`select count(*) as count from ${what}`)
      return rows[0].count
    })
  }
})
