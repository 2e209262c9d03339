import { test } from '@japa/runner'
import { Keyset, type Order } from '#kernel/lists/keyset'

const ID = '019a0000-0000-7000-8000-000000000000'

test.group('A cursor that somebody made up', () => {
  const cursorOf = (type: Order['type'], key: unknown) => {
    const list = new Keyset('leads', { it: { key: 'it', type } }, 'it')
    const after = Buffer.from(JSON.stringify([key, ID, 0])).toString('base64url')
    return list.placeFrom({ after }).cursor
  }

  test('is none, where the database would fail at it: {key}')
    .with<{ type: Order['type']; key: unknown }[]>([
      { type: 'timestamptz', key: '2026-99-99 10:00:00+00' },
      { type: 'timestamptz', key: '2026-02-28 24:61:00+00' },
      { type: 'timestamptz', key: '0000-01-01 00:00:00+00' },
      { type: 'timestamptz', key: '999999-01-01 00:00:00+00' },
      { type: 'timestamptz', key: '2026-02-28' },
      { type: 'date', key: '2026-02-30' },
      { type: 'date', key: '0000-01-01' },
      { type: 'date', key: '-infinity' },
      { type: 'integer', key: '9999999999' },
      { type: 'bigint', key: '9'.repeat(19) },
      { type: 'double precision', key: '1e400' },
      { type: 'text', key: 'a\0b' },
      { type: 'text', key: 7 },
    ])
    .run(({ assert }, { type, key }) => {
      assert.isNull(cursorOf(type, key))
    })

  test('is taken where a row could have it: {key}')
    .with<{ type: Order['type']; key: string }[]>([
      { type: 'timestamptz', key: '2026-02-28 23:59:59.123456+00' },
      { type: 'timestamptz', key: '-infinity' },
      { type: 'date', key: '2028-02-29' },
      { type: 'date', key: 'infinity' },
      { type: 'double precision', key: '-0.5e-7' },
      { type: 'text', key: '' },
    ])
    .run(({ assert }, { type, key }) => {
      assert.equal(cursorOf(type, key)?.key, key)
    })
})
