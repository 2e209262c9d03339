import type { CountryCode } from 'libphonenumber-js/max'

/** The markets in which an agency can open for business, by ISO 3166 country code. */
export type MarketKey = 'ZW' | 'IN' | 'US'

/** The currencies in which the markets count, by ISO 4217 code. */
export type MarketCurrency = 'USD' | 'INR'

/**
 * The parts of an address, the same for every market, so that one set of columns holds them all.
 * A market chooses which of them it asks for, in which order and under which names.
 */
export type AddressPart = 'line' | 'unit' | 'locality' | 'city' | 'state' | 'postcode'

export type Address = Partial<Record<AddressPart, string | null>>

/** One choice of a list: what is stored, what is shown, and other spellings people use for it. */
export type AddressOption = { value: string; label: string; also: string[] }

export type AddressField = {
  part: AddressPart
  /** i18n key of the words above the field. */
  label: string
  required: boolean
  /** The HTML autocomplete token. */
  autocomplete: string
  /** What a tidied value has to look like; also usable as an HTML pattern attribute. */
  pattern?: string
  /** Brings what people type into the form that `pattern` asks for. */
  tidy?: (text: string) => string
  /** Where given, only these values are right. */
  options?: AddressOption[]
}

/**
 * How money reaches us by this method: `automatic` is charged without the payer's doing, `prompt`
 * needs the payer to confirm each time, `manual` is recorded by staff with a proof.
 */
type Collection = 'automatic' | 'prompt' | 'manual'

type PaymentMethod = { key: string; label: string; collection: Collection }

/** Everything that differs between the countries in which agencies work. Labels are i18n keys. */
export type MarketPack = {
  key: MarketKey
  name: string
  currency: MarketCurrency
  /** Region in which a phone number without a country code is read. */
  region: CountryCode
  /** Country calling code without the plus. */
  callingCode: string
  phone: {
    /** Digits of a mobile number after the calling code. */
    mobileDigits: number
    /** A number in the way people write it here, to show beside an empty field. */
    example: string
  }
  /** BCP 47 tag for numbers, money and dates. */
  locale: string
  /** BCP 47 language codes spoken with clients, the first one being the default. */
  languages: string[]
  /** IANA names. */
  defaultTimeZone: string
  timeZones: string[]
  /** Which number comes first where a day is written as 3/4/2026. */
  dateOrder: 'dmy' | 'mdy'
  tax: {
    label: 'VAT' | 'GST' | 'Sales tax'
    /** The number under which a business is known to the tax office, where invoices show one. */
    registration?: { label: string; pattern: string; example: string }
  }
  paymentMethods: PaymentMethod[]
  areaUnit: 'sqm' | 'sqft'
  distanceUnit: 'km' | 'mi'
  address: {
    fields: AddressField[]
    /** The lines of an envelope; `{part}` stands for a part, and empty ones leave no gap. */
    lines: string[]
  }
  /** Towns to offer while somebody types. */
  cities: string[]
}
