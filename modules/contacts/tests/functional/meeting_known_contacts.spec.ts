import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { ContactsWorkspace } from '../workspace.ts'
import { ImportWorkspace } from '../import_workspace.ts'

const HEAD = 'First Name,Last Name,Company,Job Title,Email,Mobile,City,Tags'

function list(...rows: string[]): string {
  return [HEAD, ...rows].join('\n')
}

test.group('An import that meets a contact which is there', (group) => {
  const workspace = new ImportWorkspace()
  const contacts = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  test('fills what is missing and leaves the rest', async ({ assert }) => {
    await workspace.import({ list: list('Ann,Lee,Lee Homes,,ann@example.com,,Seattle,VIP') })

    const work = await workspace.import({
      list: list('Anne,Lee,Other Ltd,Owner,ann@example.com,+12065550142,Tacoma,Investor'),
      mapping: { 'First Name': 'ignore' },
    })

    assert.deepEqual(work.counts, { updated: 1 })
    const [ann] = await workspace.contacts()
    assert.containsSubset(ann, {
      name: 'Ann Lee',
      company_name: 'Lee Homes',
      job_title: 'Owner',
      city: 'Seattle',
      phones: ['+12065550142'],
      primary_phone: '+12065550142',
      tag_names: ['VIP', 'Investor'],
    })
  })

  test('lets the list win where that was chosen, and empties nothing', async ({ assert }) => {
    await workspace.import({ list: list('Ann,Lee,Lee Homes,Agent,ann@example.com,,Seattle,VIP') })

    await workspace.import({
      list: list('Ann,Smith,New Homes,,ann@example.com,,Tacoma,'),
      options: { existing: 'overwrite' },
    })

    const [ann] = await workspace.contacts()
    assert.containsSubset(ann, {
      name: 'Ann Smith',
      last_name: 'Smith',
      company_name: 'New Homes',
      job_title: 'Agent',
      city: 'Tacoma',
      tag_names: ['VIP'],
    })
  })

  test('leaves it as it is where that was chosen', async ({ assert }) => {
    await workspace.import({ list: list('Ann,Lee,,,ann@example.com,,,') })
    const before = await workspace.contacts()

    const work = await workspace.import({
      list: list('Ann,Lee,Lee Homes,Owner,ann@example.com,+12065550142,Tacoma,VIP'),
      options: { existing: 'skip' },
    })

    assert.deepEqual(work.counts, { skipped: 1 })
    assert.deepEqual(await workspace.contacts(), before)
  })

  test('knows one that was typed in by hand, by e-mail or phone', async ({ assert }) => {
    await contacts.givenContact({ name: 'Ann', email: 'ann@example.com' })
    await contacts.givenContact({ name: 'Ben', phone: '+12065550142' })

    const work = await workspace.import({
      list: list('Ann,Lee,,,ANN@example.com,,,', 'Ben,Hay,,,,(206) 555-0142,,'),
    })

    assert.deepEqual(work.counts, { updated: 2 })
    const [ann, ben] = await workspace.contacts()
    assert.deepEqual([ann.name, ben.name], ['Ann Lee', 'Ben Hay'])
  })

  test('keeps a couple apart that shares an e-mail address and a phone', async ({ assert }) => {
    const couple = list(
      'Ann,Lee,,,lees@example.com,+12065550142,,',
      'Ben,Lee,,,lees@example.com,+12065550142,,'
    )

    const first = await workspace.import({ list: couple })
    const second = await workspace.import({ list: couple })

    assert.deepEqual([first.counts, second.counts], [{ created: 2 }, { unchanged: 2 }])
    assert.deepEqual(
      (await workspace.contacts()).map(({ name }) => name),
      ['Ann Lee', 'Ben Lee']
    )
  })

  test('makes one contact of two rows about the same person', async ({ assert }) => {
    const work = await workspace.import({
      list: list(
        'Ann,Lee,,,ann@example.com,+12065550142,,VIP',
        'Ann,Lee,Lee Homes,,,+1 206 555 0142,Seattle,Investor',
        'Ann,Lee,,,ann@example.com,,,'
      ),
    })

    assert.deepEqual(work.counts, { created: 1, updated: 1, unchanged: 1 })
    const [ann] = await workspace.contacts()
    assert.containsSubset(ann, { company_name: 'Lee Homes', tag_names: ['VIP', 'Investor'] })
  })

  test('knows a row again although the contact has another e-mail address by now', async ({
    assert,
  }) => {
    const rows = list('Ann,Lee,,,ann@example.com,,,')
    await workspace.import({ list: rows })
    await workspace.agency.inUnit(async () => {
      await unitSql(`update contact_points set value = 'new@example.com'`)
      await unitSql(`update contacts set primary_email = 'new@example.com'`)
    })

    const again = await workspace.import({ list: rows, options: { existing: 'skip' } })

    assert.deepEqual(again.counts, { skipped: 1 })
  })

  test('does not touch one that was deleted: it comes in anew', async ({ assert }) => {
    const rows = list('Ann,Lee,,,ann@example.com,,,')
    await workspace.import({ list: rows })
    await workspace.agency.inUnit(() => unitSql('update contacts set deleted_at = now()'))

    const again = await workspace.import({ list: rows })

    assert.deepEqual(again.counts, { created: 1 })
    assert.lengthOf(await workspace.contacts(), 1)
  })

  test('lets a deleted one be restored beside the one that came in its place', async ({
    assert,
    client,
  }) => {
    const rows = list('Ann,Lee,,,ann@example.com,,,')
    await workspace.import({ list: rows })
    const [first] = await workspace.contacts()
    await workspace.as('principal', client.delete(`/app/contacts/${first.id}`))
    await workspace.import({ list: rows })

    const restored = await workspace.as(
      'principal',
      client.post(`/app/contacts/${first.id}/restoration`)
    )
    const again = await workspace.import({ list: rows })

    restored.assertStatus(302)
    assert.deepEqual(again.counts, { unchanged: 1 })
    assert.lengthOf(await workspace.contacts(), 2)
  })

  test("refuses to change a colleague's contact for one who may change only their own", async ({
    assert,
  }) => {
    await contacts.givenReach('senior_agent', 'contacts.import', 'own')
    await contacts.givenContact({ name: 'Ann', email: 'ann@example.com', owner: 'principal' })

    const work = await workspace.import({
      list: list('Ann,Lee,Lee Homes,,ann@example.com,,,', 'Ben,Hay,,,ben@example.com,,,'),
      role: 'senior_agent',
    })

    assert.deepEqual(work.counts, { refused: 1, created: 1 })
    const [ann, ben] = await workspace.contacts()
    assert.isNull(ann.company_name)
    assert.equal(ben.owner_id, await workspace.agency.memberId('senior_agent'))
  })
})
