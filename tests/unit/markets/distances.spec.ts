import { test } from '@japa/runner'
import { kilometresOf, writtenDistance } from '#kernel/markets/distances'

test.group('Distances', () => {
  test('are said as people in the market say them')
    .with([
      { kilometres: 2, market: 'US', said: '1.2 mi' },
      { kilometres: 40, market: 'US', said: '25 mi' },
      { kilometres: 2, market: 'ZW', said: '2 km' },
      { kilometres: 1.26, market: 'IN', said: '1.3 km' },
    ] as const)
    .run(({ assert }, { kilometres, market, said }) => {
      assert.equal(writtenDistance(kilometres, market), said)
    })

  test('are reckoned in kilometres', ({ assert }) => {
    assert.equal(kilometresOf(5, 'km'), 5)
    assert.approximately(kilometresOf(3, 'mi'), 4.828, 0.001)
  })
})
