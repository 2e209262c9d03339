import { test } from '@japa/runner'
import { Remembered } from '#app/identity'

test.group('What is remembered', () => {
  test('is read once while it lives', async ({ assert }) => {
    const kept = new Remembered<number>(60_000)
    let readings = 0
    const read = () => kept.read('key', async () => ++readings)

    assert.deepEqual([await read(), await read()], [1, 1])
  })

  test('is read anew when its time is over', async ({ assert }) => {
    const kept = new Remembered<number>(-1)
    let readings = 0
    const read = () => kept.read('key', async () => ++readings)

    assert.deepEqual([await read(), await read()], [1, 2])
  })

  test('is read anew after it was forgotten, alone or with others', async ({ assert }) => {
    const kept = new Remembered<number>(60_000)
    let readings = 0
    const read = () => kept.read('a:1', async () => ++readings)
    await read()
    kept.forget('a:1')
    assert.equal(await read(), 2)
    kept.forgetThose((key) => key.startsWith('a:'))
    assert.equal(await read(), 3)
    kept.forgetThose((key) => key.startsWith('b:'))
    assert.equal(await read(), 3)
    kept.forgetAll()
    assert.equal(await read(), 4)
  })

  test('does not keep a reading that was under way while something was forgotten', async ({
    assert,
  }) => {
    const kept = new Remembered<string>(60_000)
    let answer = (_: string) => {}
    const slow = kept.read('key', () => new Promise<string>((resolve) => (answer = resolve)))
    kept.forget('key')
    answer('old')

    assert.equal(await slow, 'old')
    assert.equal(await kept.read('key', async () => 'new'), 'new')
  })

  test('does not keep that there was nothing', async ({ assert }) => {
    const kept = new Remembered<string>(60_000)

    assert.isNull(await kept.read('key', async () => null))
    assert.equal(await kept.read('key', async () => 'there now'), 'there now')
  })
})
