import { test } from '@japa/runner'
import { CustomField } from '#app/records'
import { leadSubject } from '../../subject.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('The agency’s own fields in the list of leads', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await workspace.agency.inUnit(async () =>
      CustomField.create({
        ...{ subjectType: leadSubject.type, key: 'lockbox', label: 'Lockbox', kind: 'text' },
        ...{ choices: [], required: false, position: 1 },
      })
    )
  })

  test('are columns to choose, and remembered', async ({ client, assert }) => {
    await workspace.givenLead({ facts: { custom: { lockbox: 'Box 17' } } })

    const all = await workspace.as('principal', client.get('/app/leads'))
    const chosen = await workspace.as(
      'principal',
      client.get('/app/leads').qs({ cols: 'value.custom_lockbox' })
    )

    assert.include(all.text(), 'custom_lockbox')
    assert.notInclude(all.text(), 'Box 17')
    assert.include(chosen.text(), 'Box 17')
    assert.equal(chosen.cookie('leads_columns')?.value, 'value.custom_lockbox')
  })

  test('are left out where nobody defined them', async ({ client, assert }) => {
    await workspace.givenLead({ facts: { custom: { secret: 'Hidden' } } })

    const response = await workspace.as(
      'principal',
      client.get('/app/leads').qs({ cols: 'value.custom_secret' })
    )

    response.assertStatus(200)
    assert.notInclude(response.text(), 'Hidden')
  })
})
