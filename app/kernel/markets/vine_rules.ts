import vine, { BaseLiteralType, symbols, Vine, VineString } from '@vinejs/vine'
import type { FieldContext, FieldOptions, Validation } from '@vinejs/vine/types'
import { readAddressPart } from './addresses.ts'
import type { AddressPart, MarketPack } from './market_pack.ts'
import { readMoney } from './money.ts'
import { readPhone } from './phones.ts'
import { ruleOf, type Problem } from './problem.ts'
import { isDay } from './time.ts'

/**
 * What the rules of this file need to know about the agency; given to the validator as
 * `request.validateUsing(validator, { meta: { market, currency } })`.
 */
export type MarketMeta = {
  market: MarketPack
  /** Where the amounts are in another currency than the market's. */
  currency?: string
}

declare module '@vinejs/vine' {
  interface Vine {
    /** An amount as people type it; comes out in minor units of the currency. */
    money(): VineMoney
  }

  interface VineString {
    /** A phone number as people type it; comes out as E.164. */
    phone(): this
    /** One part of an address in the market's form; states and postcodes come out tidied. */
    addressPart(part: AddressPart): this
    /** A day of the calendar, "2026-02-28"; stays a string. */
    day(): this
  }
}

type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

const moneyRule = vine.createRule<undefined>(
  (value, _, field) => {
    const { market, currency = market.currency } = marketMeta(field)
    const reading = readMoney(typeof value === 'string' ? value : '?', currency)
    settle(reading.ok ? { ok: true, value: reading.minor } : reading, field)
  },
  { toJSONSchema: (schema) => void (schema.type = 'string') }
)

const phoneRule = vine.createRule((value, _, field) => {
  if (!field.isValid) return
  const reading = readPhone(String(value), marketMeta(field).market.region)
  settle(reading.ok ? { ok: true, value: reading.e164 } : reading, field)
})

const addressPartRule = vine.createRule<AddressPart>((value, part, field) => {
  if (!field.isValid) return
  settle(readAddressPart(part, String(value), marketMeta(field).market), field)
})

const dayRule = vine.createRule(
  (value, _, field) => {
    if (field.isValid && !isDay(String(value))) {
      field.report('The {{ field }} field must be a day', 'day', field)
    }
  },
  { toJSONSchema: (schema) => void (schema.format = 'date') }
)

/** The schema type behind `vine.money()`: text in, minor units out. */
export class VineMoney extends BaseLiteralType<string, number, number> {
  [symbols.SUBTYPE] = 'money'

  constructor(options?: FieldOptions, validations?: Validation<unknown>[]) {
    super(options, validations ?? [moneyRule()])
  }

  clone(): this {
    return new VineMoney(this.cloneOptions(), this.cloneValidations()) as this
  }
}

Vine.macro('money', () => new VineMoney())

VineString.macro('phone', function (this: VineString) {
  return this.use(phoneRule())
})

VineString.macro('addressPart', function (this: VineString, part: AddressPart) {
  return this.use(addressPartRule(part))
})

VineString.macro('day', function (this: VineString) {
  return this.use(dayRule())
})

function settle(reading: Reading<string | number>, field: FieldContext): void {
  if (reading.ok) return field.mutate(reading.value, field)
  const { params } = reading.problem
  field.report('The {{ field }} field cannot be read', ruleOf(reading.problem), field, params)
}

function marketMeta(field: FieldContext): MarketMeta {
  const { market, currency } = field.meta
  if (!market) throw new Error(`The validator of "${field.name}" needs meta.market`)
  return { market, currency }
}
