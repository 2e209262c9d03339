import { test } from '@japa/runner'
import { formatPhone, readPhone, telLink, whatsappLink } from '#kernel/markets/phones'

type Region = Parameters<typeof readPhone>[1]

const READABLE: [written: string, region: Region, e164: string][] = [
  ['0771 234 567', 'ZW', '+263771234567'],
  ['771234567', 'ZW', '+263771234567'],
  ['077.123.4567', 'ZW', '+263771234567'],
  ['(077) 123-4567', 'ZW', '+263771234567'],
  ['+263 77 123 4567', 'ZW', '+263771234567'],
  ['+263 (0)77 123 4567', 'ZW', '+263771234567'],
  ['263771234567', 'ZW', '+263771234567'],
  ['00263771234567', 'ZW', '+263771234567'],
  ['00263 77 123 4567', 'US', '+263771234567'],
  ['+263\u00a077\u00a0123\u00a04567', 'US', '+263771234567'],
  ['\u202a+263 77 123 4567\u202c', 'IN', '+263771234567'],
  ['٠٧٧١٢٣٤٥٦٧', 'ZW', '+263771234567'],
  ['०७७१२३४५६७', 'ZW', '+263771234567'],
  ['＋２６３７７１２３４５６７', 'ZW', '+263771234567'],
  ['0242 700 000', 'ZW', '+263242700000'],
  ['098765 43210', 'IN', '+919876543210'],
  ['9876543210', 'IN', '+919876543210'],
  ['022-2345 6789', 'IN', '+912223456789'],
  ['(206) 555-0123', 'US', '+12065550123'],
  ['206–555–0123', 'US', '+12065550123'],
  ['1 206 555 0123', 'US', '+12065550123'],
  ['tel:+1-206-555-0123', 'ZW', '+12065550123'],
  ['tel:0771234567;phone-context=+263', 'US', '+263771234567'],
  ['whatsapp://+263771234567', 'ZW', '+263771234567'],
  ['447911123456', 'ZW', '+447911123456'],
  ['+44 (0)20 7946 0958', 'IN', '+442079460958'],
]

const UNREADABLE: [written: string, region: Region, rule: string][] = [
  ['', 'ZW', 'empty'],
  [' \u200b\u00a0', 'ZW', 'empty'],
  ['ask his wife', 'ZW', 'letters'],
  ['1-800-FLOWERS', 'US', 'letters'],
  ['077 123 4567 (wife)', 'ZW', 'letters'],
  ['2.63771E+11', 'ZW', 'shortened'],
  ['077123456', 'ZW', 'wrong_length'],
  ['077 123 4567 89', 'ZW', 'wrong_length'],
  ['12', 'IN', 'wrong_length'],
  ['555-0123', 'US', 'wrong_length'],
  ['0991234567', 'ZW', 'no_such_range'],
  ['+263 99 123 4567', 'ZW', 'no_such_range'],
  ['+999 123 4567', 'ZW', 'no_such_country'],
  ['+44 20 79', 'ZW', 'abroad'],
]

test.group('Reading a phone number', () => {
  for (const [written, region, e164] of READABLE) {
    test(`makes ${e164} of "${written}" in ${region}`, ({ assert }) => {
      const reading = readPhone(written, region)

      assert.isTrue(reading.ok)
      assert.propertyVal(reading, 'e164', e164)
    })
  }

  for (const [written, region, rule] of UNREADABLE) {
    test(`refuses "${written}" in ${region} as ${rule}`, ({ assert }) => {
      const reading = readPhone(written, region)

      assert.isFalse(reading.ok)
      assert.containSubset(reading, { problem: { key: `validator.shared.messages.phone.${rule}` } })
    })
  }

  test('tells how many digits a number has after the country code', ({ assert }) => {
    for (const written of ['07712345', '+263 7712345', '00263 7712345']) {
      const reading = readPhone(written, 'ZW')

      assert.containSubset(reading, { problem: { params: { digits: 7, country: 'ZW' } } }, written)
    }
  })

  test('does not take a number with digits too many for one from abroad', ({ assert }) => {
    assert.isFalse(readPhone('77123456789', 'ZW').ok)
    assert.isFalse(readPhone('206555012345', 'US').ok)
  })

  test('keeps an extension apart from the number', ({ assert }) => {
    for (const written of ['206.555.0123 ext. 12', '2065550123x12', 'tel:+12065550123;ext=12']) {
      const reading = readPhone(written, 'US')

      assert.propertyVal(reading, 'e164', '+12065550123', written)
      assert.propertyVal(reading, 'extension', '12', written)
    }
  })

  test('knows mobile from fixed where the country tells them apart', ({ assert }) => {
    assert.propertyVal(readPhone('0771234567', 'ZW'), 'kind', 'mobile')
    assert.propertyVal(readPhone('0242700000', 'ZW'), 'kind', 'fixed')
    assert.propertyVal(readPhone('2065550123', 'US'), 'kind', 'unknown')
  })
})

test.group('Writing a phone number', () => {
  test('uses the national form at home and the international one abroad', ({ assert }) => {
    assert.equal(formatPhone('+263771234567', 'ZW'), '077 123 4567')
    assert.equal(formatPhone('+263771234567', 'US'), '+263 77 123 4567')
    assert.equal(formatPhone('+12065550123', 'US'), '(206) 555-0123')
    assert.equal(formatPhone('+919876543210', 'IN'), '098765 43210')
  })

  test('leaves alone what is no number', ({ assert }) => {
    assert.equal(formatPhone('ask his wife', 'ZW'), 'ask his wife')
  })

  test('comes back as the same number when it is read again', ({ assert }) => {
    for (const [, , e164] of READABLE) {
      for (const region of ['ZW', 'IN', 'US'] as const) {
        assert.propertyVal(readPhone(formatPhone(e164, region), region), 'e164', e164)
      }
    }
  })

  test('makes links that call and chat', ({ assert }) => {
    assert.equal(telLink('+263771234567'), 'tel:+263771234567')
    assert.equal(whatsappLink('+263771234567'), 'https://wa.me/263771234567')
    assert.equal(
      whatsappLink('+263771234567', 'Is the house & garden free?'),
      'https://wa.me/263771234567?text=Is%20the%20house%20%26%20garden%20free%3F'
    )
  })
})
