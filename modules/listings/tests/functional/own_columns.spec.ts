import { test } from '@japa/runner'
import { CustomField } from '#app/records'
import { listingSubject } from '../../subject.ts'
import { ListingsWorkspace } from '../workspace.ts'

test.group('The agency’s own fields in the list of listings', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(async () => {
    await workspace.open()
    await workspace.agency.inUnit(async () =>
      CustomField.create({
        ...{ subjectType: listingSubject.type, key: 'lockbox', label: 'Lockbox', kind: 'text' },
        ...{ choices: [], required: false, position: 1 },
      })
    )
  })

  test('are columns to choose, and remembered', async ({ client, assert }) => {
    await workspace.givenListing({ facts: { custom: { lockbox: 'Box 17' } } })
    await workspace.givenListing({ title: 'Without' })

    const all = await workspace.as('principal', client.get('/app/listings'))
    const chosen = await workspace.as(
      'principal',
      client.get('/app/listings').qs({ cols: 'price.custom_lockbox' })
    )

    assert.include(all.text(), 'custom_lockbox')
    assert.notInclude(all.text(), 'Box 17')
    assert.include(chosen.text(), 'Box 17')
    assert.include(chosen.text(), '$750,000')
    assert.equal(chosen.cookie('listings_columns')?.value, 'price.custom_lockbox')
  })

  test('are left out where nobody defined them', async ({ client, assert }) => {
    await workspace.givenListing({ facts: { custom: { secret: 'Hidden' } } })

    const response = await workspace.as(
      'principal',
      client.get('/app/listings').qs({ cols: 'price.custom_secret' })
    )

    response.assertStatus(200)
    assert.notInclude(response.text(), 'Hidden')
  })
})
