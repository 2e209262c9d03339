import { test } from '@japa/runner'
import { drawn, scoreOf } from './scoring.ts'
import { writtenQueries } from './written_queries.ts'

const FLOOR = 0.95

test.group('Plain words that people type', () => {
  test('are understood, as far as filters can tell', ({ assert }) => {
    const queries = [
      ...writtenQueries('us.txt', 'US'),
      ...writtenQueries('zw.txt', 'ZW'),
      ...writtenQueries('in.txt', 'IN'),
    ]
    const score = scoreOf(queries)
    console.log(drawn(score, queries))
    assert.isAtLeast(queries.length, 220)
    assert.isAtLeast(score.exact, FLOOR)
  })

  test('are understood where the parser had not met them before', ({ assert }) => {
    const queries = [
      ...writtenQueries('held_out_us.txt', 'US'),
      ...writtenQueries('held_out_zw.txt', 'ZW'),
      ...writtenQueries('held_out_in.txt', 'IN'),
    ]
    const score = scoreOf(queries)
    console.log(drawn(score, queries))
    assert.isAtLeast(score.exact, FLOOR)
  })
})
