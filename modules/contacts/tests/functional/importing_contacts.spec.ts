import { test } from '@japa/runner'
import { ImportWorkspace } from '../import_workspace.ts'

const LIST = `First Name,Last Name,Company,Email,Mobile,Tags,Notes
Tendai,Moyo,Moyo Homes,tendai@example.com,+1 206 555 0142,"Hot Lead, Investor",Met at the open house
Rudo,Ncube,,rudo@example.com,,investor,
,,,,,,`

test.group('Importing contacts', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(() => workspace.open())

  test('brings the rows of a list in, with phones, e-mails, tags and notes', async ({ assert }) => {
    const work = await workspace.import({ list: LIST, options: { tags: ['Spring list'] } })

    assert.equal(work.state, 'done')
    assert.deepEqual(work.counts, { created: 2 })
    const [rudo, tendai] = await workspace.contacts()
    assert.containsSubset(tendai, {
      name: 'Tendai Moyo',
      company_name: 'Moyo Homes',
      primary_email: 'tendai@example.com',
      phones: ['+12065550142'],
      tag_names: ['Hot Lead', 'Investor', 'Spring list'],
      notes: ['Met at the open house'],
      import_id: work.id,
    })
    assert.deepEqual(rudo.tag_names, ['Investor', 'Spring list'])
  })

  test('brings in nothing twice when the same list comes again', async ({ assert }) => {
    await workspace.import({ list: LIST })
    const before = await workspace.contacts()
    const again = await workspace.import({ list: LIST })

    assert.deepEqual(again.counts, { unchanged: 2 })
    assert.deepEqual(await workspace.contacts(), before)
  })
})
