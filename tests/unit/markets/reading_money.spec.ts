import { test } from '@japa/runner'
import fc from 'fast-check'
import { formatMoney, formatPrice, majorUnits, readMoney } from '#kernel/markets/money'

const READABLE: [written: string, currency: string, minor: number][] = [
  ['250,000', 'USD', 25_000_000],
  ['250000.50', 'USD', 25_000_050],
  ['$1.2m', 'USD', 120_000_000],
  ['US$ 250 000', 'USD', 25_000_000],
  ["250'000", 'USD', 25_000_000],
  ['250k', 'USD', 25_000_000],
  ['USD 1.5 million', 'USD', 150_000_000],
  ['2,50,000', 'USD', 25_000_000],
  ['.5', 'USD', 50],
  ['5.', 'USD', 500],
  ['0', 'USD', 0],
  ['0.1', 'USD', 10],
  ['1.1', 'USD', 110],
  ['45 lakh', 'INR', 450_000_000],
  ['1.5 cr', 'INR', 1_500_000_000],
  ['₹75,00,000', 'INR', 750_000_000],
  ['Rs. 45,00,000/-', 'INR', 450_000_000],
  ['४५ लाख', 'INR', 450_000_000],
  ['1.5 करोड़', 'INR', 1_500_000_000],
  ['1200', 'JPY', 1_200],
  ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
]

const UNREADABLE: [written: string, currency: string, rule: string][] = [
  ['', 'USD', 'empty'],
  ['about half', 'USD', 'unclear'],
  ['1,50', 'USD', 'unclear'],
  ['12,34', 'USD', 'unclear'],
  ['1,000,00', 'USD', 'unclear'],
  ['1.200.000', 'USD', 'unclear'],
  ['200-300', 'USD', 'unclear'],
  ['1e5', 'USD', 'unclear'],
  ['2 lakh crore', 'INR', 'unclear'],
  ['1.000', 'USD', 'too_precise'],
  ['10.005', 'USD', 'too_precise'],
  ['100.5', 'JPY', 'too_precise'],
  ['-5', 'USD', 'negative'],
  ['($500)', 'USD', 'negative'],
  ['−5', 'USD', 'negative'],
  ['$5', 'INR', 'other_currency'],
  ['EUR 5', 'USD', 'other_currency'],
  ['Z$500', 'USD', 'other_currency'],
  ['90071992547409.92', 'USD', 'too_large'],
  ['999999999999 bn', 'USD', 'too_large'],
]

test.group('Reading an amount', () => {
  for (const [written, currency, minor] of READABLE) {
    test(`makes ${minor} minor units of "${written}" in ${currency}`, ({ assert }) => {
      assert.deepEqual(readMoney(written, currency), { ok: true, minor })
    })
  }

  for (const [written, currency, rule] of UNREADABLE) {
    test(`refuses "${written}" in ${currency} as ${rule}`, ({ assert }) => {
      const reading = readMoney(written, currency)

      assert.isFalse(reading.ok)
      assert.containSubset(reading, { problem: { key: `validator.shared.messages.money.${rule}` } })
    })
  }

  test('never throws, whatever is typed', ({ assert }) => {
    const currencies = fc.constantFrom('USD', 'INR', 'JPY')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), currencies, (text, currency) => {
        const reading = readMoney(text, currency)
        assert.isTrue(!reading.ok || Number.isSafeInteger(reading.minor))
      })
    )
  })
})

test.group('Writing an amount', () => {
  test('groups digits as the market does', ({ assert }) => {
    assert.equal(formatMoney(750_000_000, 'INR', 'en-IN'), '₹75,00,000.00')
    assert.equal(formatMoney(25_000_050, 'USD', 'en-US'), '$250,000.50')
    assert.equal(formatMoney(25_000_050, 'USD', 'en-ZW'), 'US$250,000.50')
    assert.equal(formatMoney(-5, 'USD', 'en-US'), '-$0.05')
  })

  test('leaves out cents of a price only where there are none', ({ assert }) => {
    assert.equal(formatPrice(25_000_000, 'USD', 'en-US'), '$250,000')
    assert.equal(formatPrice(25_000_050, 'USD', 'en-US'), '$250,000.50')
  })

  test('is exact beyond what a float can hold', ({ assert }) => {
    assert.equal(formatMoney(9007199254740993n, 'USD', 'en-US'), '$90,071,992,547,409.93')
  })

  test('comes back as the same amount when it is read again', ({ assert }) => {
    const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    const markets = fc.constantFrom(['USD', 'en-US'], ['USD', 'en-ZW'], ['INR', 'en-IN'])
    fc.assert(
      fc.property(amounts, markets, (minor, [currency = '', locale = '']) => {
        for (const written of [
          formatMoney(minor, currency, locale),
          formatPrice(minor, currency, locale),
          majorUnits(minor, currency),
        ]) {
          assert.deepEqual(readMoney(written, currency), { ok: true, minor }, written)
        }
      })
    )
  })
})
