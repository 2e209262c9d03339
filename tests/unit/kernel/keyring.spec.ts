import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import {
  blindIndex,
  isSigned,
  newDataKey,
  readKeyring,
  seal,
  sign,
  unseal,
} from '#kernel/keyring/keyring'

test.group('The keyring', () => {
  test('opens what it sealed, for the same purpose only', ({ assert }) => {
    const sealed = seal('a provider key', 'stripe')

    assert.notInclude(sealed, 'provider')
    assert.equal(unseal(sealed, 'stripe').toString(), 'a provider key')
    assert.throws(() => unseal(sealed, 'twilio'))
  })

  test('refuses a text that was changed or sealed by an unknown key', ({ assert }) => {
    const sealed = seal('a provider key', 'stripe')
    const [, ...rest] = sealed.split('.')
    const [id, iv, tag] = sealed.split('.')

    assert.throws(() => unseal(['stranger', ...rest].join('.'), 'stripe'), /No key "stranger"/)
    assert.throws(() => unseal([id, iv, tag, 'AAAA'].join('.'), 'stripe'))
  })

  test('tells a signature of its own from any other', ({ assert }) => {
    const signature = sign('/files/1?expires=2', 'files')

    assert.isTrue(isSigned('/files/1?expires=2', signature, 'files'))
    assert.isFalse(isSigned('/files/1?expires=3', signature, 'files'))
    assert.isFalse(isSigned('/files/1?expires=2', signature, 'audit'))
  })

  test('indexes equal values equally within an agency, and differently across agencies', ({
    assert,
  }) => {
    const [north, south] = [randomUUID(), randomUUID()]
    const [northKey, southKey] = [newDataKey(north), newDataKey(south)]

    assert.equal(blindIndex('+15550100', northKey, north), blindIndex('+15550100', northKey, north))
    assert.notEqual(
      blindIndex('+15550100', northKey, north),
      blindIndex('+15550100', southKey, south)
    )
    assert.throws(() => blindIndex('+15550100', northKey, south))
  })

  test('reads several keys, and refuses short ones in a sentence', ({ assert }) => {
    const long = 'x'.repeat(32)

    assert.deepEqual(
      readKeyring(`new:${long}, old:${long}:with-colon`).map(({ id }) => id),
      ['new', 'old']
    )
    assert.throws(() => readKeyring('new:short'), /32 or more characters/)
  })
})
