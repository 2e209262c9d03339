import { test } from '@japa/runner'
import { readOrders } from '../../../bin/starting/orders.ts'

test.group('What a start is asked for', () => {
  test('is the demo unless something else is said', ({ assert }) => {
    assert.deepEqual(readOrders([], undefined), { mode: 'demo', resetDemo: false })
    assert.deepEqual(readOrders([], ''), { mode: 'demo', resetDemo: false })
  })

  test('is development with --watch, and whatever NODE_ENV names otherwise', ({ assert }) => {
    assert.equal(readOrders(['--watch'], undefined).mode, 'development')
    assert.equal(readOrders([], 'development').mode, 'development')
    assert.equal(readOrders([], 'production').mode, 'production')
  })

  test('has no demo in production, and no reloading', ({ assert }) => {
    assert.throws(() => readOrders(['--reset-demo'], 'production'), /no demo world here/)
    assert.throws(() => readOrders(['--watch'], 'production'), /NODE_ENV is production/)
  })

  test('may not be something unknown', ({ assert }) => {
    assert.throws(() => readOrders(['--demo'], undefined), /There is no option --demo/)
    assert.throws(() => readOrders([], 'staging'), /NODE_ENV is "staging"/)
  })
})
