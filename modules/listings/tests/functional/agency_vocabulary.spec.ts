import { test } from '@japa/runner'
import { announce } from '#kernel/tenancy/sql'
import { until } from '#tests/support/until'
import { PLACES_CHANGED, agencyVocabulary } from '../../queries/agency_vocabulary.ts'
import { ListingsWorkspace } from '../workspace.ts'

test.group('The words of an agency', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const vocabulary = () => workspace.agency.inUnit(agencyVocabulary)
  const keys = async () => (await vocabulary()).localities.map(({ key }) => key)

  test('are one object as long as its places stay', async ({ assert }) => {
    assert.strictEqual(await vocabulary(), await vocabulary())
  })

  test('learn a place when a listing lies in it', async ({ assert }) => {
    await workspace.givenListing({ property: { locality: 'Hobbiton' } })
    await announce(PLACES_CHANGED, workspace.agency.id)

    await until(async () => (await keys()).includes('Hobbiton'))
    const learned = await vocabulary()
    await announce(PLACES_CHANGED, workspace.agency.id)
    assert.strictEqual(await vocabulary(), learned)
    const there = await workspace.neighbour.inUnit(agencyVocabulary)
    assert.notInclude(
      there.localities.map(({ key }) => key),
      'Hobbiton'
    )
  })
})
