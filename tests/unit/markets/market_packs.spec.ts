import { test } from '@japa/runner'
import { addressLines, readAddressPart } from '#kernel/markets/addresses'
import { isMarketKey, MARKET_KEYS, marketPack } from '#kernel/markets/packs'
import { readPhone } from '#kernel/markets/phones'
import { decimalsOf } from '#kernel/markets/money'
import { isTimeZone } from '#kernel/markets/time'

test.group('Every market pack', () => {
  for (const key of MARKET_KEYS) {
    const pack = marketPack(key)

    test(`of ${key} has time zones, a locale and a currency that exist`, ({ assert }) => {
      assert.include(pack.timeZones, pack.defaultTimeZone)
      assert.isTrue(pack.timeZones.every(isTimeZone))
      assert.deepEqual(Intl.NumberFormat.supportedLocalesOf(pack.locale), [pack.locale])
      assert.equal(decimalsOf(pack.currency), 2)
    })

    test(`of ${key} shows a phone number that can be read`, ({ assert }) => {
      const reading = readPhone(pack.phone.example, pack.region)

      assert.isTrue(reading.ok)
      const e164 = reading.ok ? reading.e164 : ''
      assert.isTrue(e164.startsWith(`+${pack.callingCode}`))
      assert.lengthOf(e164, 1 + pack.callingCode.length + pack.phone.mobileDigits)
    })

    test(`of ${key} writes on the envelope what its address asks for`, ({ assert }) => {
      const asked = pack.address.fields.map(({ part }) => part)
      const written = [...pack.address.lines.join(' ').matchAll(/\{(\w+)\}/g)].map(
        ([, part]) => part
      )
      assert.sameMembers(written, asked)
    })
  }

  test('shows a registration number in its own pattern', ({ assert }) => {
    const registrations = MARKET_KEYS.map((key) => marketPack(key).tax.registration)
    const shown = registrations.filter((registration) => registration !== undefined)

    assert.lengthOf(shown, 2)
    for (const { pattern, example } of shown) assert.match(example, new RegExp(`^(?:${pattern})$`))
  })

  test('is found by its key and by no other', ({ assert }) => {
    assert.isTrue(isMarketKey('ZW'))
    assert.isFalse(isMarketKey('toString'))
    assert.throws(() => marketPack('XX'), 'There is no market pack "XX"')
  })

  test('counts in the currency that the market uses', ({ assert }) => {
    const currencies = MARKET_KEYS.map((key) => marketPack(key).currency)
    assert.deepEqual(currencies, ['USD', 'INR', 'USD'])
  })

  test('offers the ways to pay that the market knows', ({ assert }) => {
    const methods = (key: string) => marketPack(key).paymentMethods.map((method) => method.key)
    assert.deepEqual(methods('ZW'), ['ecocash', 'bank_transfer', 'usd_cash'])
    assert.deepEqual(methods('IN'), ['upi', 'card', 'netbanking'])
    assert.deepEqual(methods('US'), ['card'])
  })
})

test.group('An address', () => {
  const us = marketPack('US')
  const india = marketPack('IN')

  test('takes a state by code, name or older name', ({ assert }) => {
    assert.deepEqual(readAddressPart('state', 'washington', us), { ok: true, value: 'WA' })
    assert.deepEqual(readAddressPart('state', 'wa', us), { ok: true, value: 'WA' })
    assert.deepEqual(readAddressPart('state', 'MH', india), { ok: true, value: 'Maharashtra' })
    assert.deepEqual(readAddressPart('state', 'Orissa', india), { ok: true, value: 'Odisha' })
    assert.deepEqual(readAddressPart('state', 'Jammu & Kashmir', india), {
      ok: true,
      value: 'Jammu and Kashmir',
    })
  })

  test('refuses a state that the market does not have', ({ assert }) => {
    assert.containSubset(readAddressPart('state', 'Ontario', us), {
      problem: { key: 'validator.shared.messages.address.state' },
    })
  })

  test('takes a ZIP code of five or nine digits, and gives back a lost zero', ({ assert }) => {
    assert.deepEqual(readAddressPart('postcode', '98101', us), { ok: true, value: '98101' })
    assert.deepEqual(readAddressPart('postcode', '981011234', us), {
      ok: true,
      value: '98101-1234',
    })
    assert.deepEqual(readAddressPart('postcode', '98101 - 1234', us), {
      ok: true,
      value: '98101-1234',
    })
    assert.deepEqual(readAddressPart('postcode', '2139', us), { ok: true, value: '02139' })
    assert.isFalse(readAddressPart('postcode', '981', us).ok)
    assert.isFalse(readAddressPart('postcode', '98101-12', us).ok)
  })

  test('takes a PIN code of six digits that does not begin with zero', ({ assert }) => {
    assert.deepEqual(readAddressPart('postcode', '411 038', india), { ok: true, value: '411038' })
    assert.isFalse(readAddressPart('postcode', '011038', india).ok)
    assert.isFalse(readAddressPart('postcode', '41103', india).ok)
  })

  test('is written as on an envelope, without gaps', ({ assert }) => {
    assert.deepEqual(
      addressLines(
        { line: '1420 Pike St', unit: '', city: 'Seattle', state: 'WA', postcode: '98101' },
        us
      ),
      ['1420 Pike St', 'Seattle, WA 98101']
    )
    assert.deepEqual(
      addressLines(
        { line: '12 Lane 5', locality: 'Kothrud', city: 'Pune', postcode: '411038' },
        india
      ),
      ['12 Lane 5', 'Kothrud', 'Pune 411038']
    )
    assert.deepEqual(addressLines({}, us), [])
  })
})
