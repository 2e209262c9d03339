import '#kernel/markets/vine_rules'
import { test } from '@japa/runner'
import vine, { errors } from '@vinejs/vine'
import { marketPack } from '#kernel/markets/packs'
import type { MarketMeta } from '#kernel/markets/vine_rules'

const validator = vine.withMetaData<MarketMeta>().create({
  price: vine.money().optional(),
  phone: vine.string().phone().optional(),
  state: vine.string().addressPart('state').optional(),
  viewed: vine.string().day().optional(),
})

const harare = { market: marketPack('ZW') }
const pune = { market: marketPack('IN') }

async function rulesBrokenBy(input: unknown, meta: MarketMeta): Promise<string[]> {
  const [error] = await validator.tryValidate(input, { meta })
  if (!(error instanceof errors.E_VALIDATION_ERROR)) return []
  return error.messages.map(({ rule }: { rule: string }) => rule)
}

test.group('A form of a market', () => {
  test('gives minor units, E.164 and the tidied state', async ({ assert }) => {
    const posted = { price: '45 lakh', phone: '98765 43210', state: 'mh', viewed: '2026-02-28' }

    assert.deepEqual(await validator.validate(posted, { meta: pune }), {
      price: 450_000_000,
      phone: '+919876543210',
      state: 'Maharashtra',
      viewed: '2026-02-28',
    })
  })

  test('reads the same number by the region of the agency', async ({ assert }) => {
    assert.deepEqual(await validator.validate({ phone: '0771234567' }, { meta: harare }), {
      phone: '+263771234567',
    })
    assert.deepEqual(await rulesBrokenBy({ phone: '0771234567' }, pune), ['phone.wrong_length'])
  })

  test('counts in the currency given, else in that of the market', async ({ assert }) => {
    assert.deepEqual(await rulesBrokenBy({ price: '₹500' }, harare), ['money.other_currency'])
    assert.deepEqual(
      await validator.validate({ price: '₹500' }, { meta: { ...harare, currency: 'INR' } }),
      { price: 50_000 }
    )
  })

  test('lets optional fields be absent', async ({ assert }) => {
    assert.deepEqual(await validator.validate({}, { meta: harare }), {})
  })

  test('refuses an amount that is no text, so that nobody takes minor units for whole ones', async ({
    assert,
  }) => {
    assert.deepEqual(await rulesBrokenBy({ price: 500 }, harare), ['money.unclear'])
  })

  test('refuses a day that the calendar does not have', async ({ assert }) => {
    assert.deepEqual(await rulesBrokenBy({ viewed: '2026-02-30' }, harare), ['day'])
    assert.deepEqual(await rulesBrokenBy({ viewed: '28/02/2026' }, harare), ['day'])
  })

  test('reports one problem for a field', async ({ assert }) => {
    assert.deepEqual(await rulesBrokenBy({ phone: 5, state: 'Ontario' }, pune), [
      'string',
      'address.state',
    ])
  })

  test('says so when the programmer forgot the market', async ({ assert }) => {
    const forgetful = vine.create({ phone: vine.string().phone() })
    await assert.rejects(() => forgetful.validate({ phone: '1' }), /needs meta.market/)
  })
})
