import { storedByCode } from './address_options.ts'
import type { AddressField, MarketPack } from './market_pack.ts'

const STATES = storedByCode(`
  AL Alabama
  AK Alaska
  AZ Arizona
  AR Arkansas
  CA California
  CO Colorado
  CT Connecticut
  DE Delaware
  DC District of Columbia
  FL Florida
  GA Georgia
  HI Hawaii
  ID Idaho
  IL Illinois
  IN Indiana
  IA Iowa
  KS Kansas
  KY Kentucky
  LA Louisiana
  ME Maine
  MD Maryland
  MA Massachusetts
  MI Michigan
  MN Minnesota
  MS Mississippi
  MO Missouri
  MT Montana
  NE Nebraska
  NV Nevada
  NH New Hampshire
  NJ New Jersey
  NM New Mexico
  NY New York
  NC North Carolina
  ND North Dakota
  OH Ohio
  OK Oklahoma
  OR Oregon
  PA Pennsylvania
  RI Rhode Island
  SC South Carolina
  SD South Dakota
  TN Tennessee
  TX Texas
  UT Utah
  VT Vermont
  VA Virginia
  WA Washington
  WV West Virginia
  WI Wisconsin
  WY Wyoming
  PR Puerto Rico
  GU Guam
  VI U.S. Virgin Islands
  AS American Samoa
  MP Northern Mariana Islands
  AA Armed Forces Americas
  AE Armed Forces Europe
  AP Armed Forces Pacific
`)

export const UNITED_STATES: MarketPack = {
  key: 'US',
  name: 'markets.US',
  currency: 'USD',
  region: 'US',
  callingCode: '1',
  phone: { mobileDigits: 10, example: '(206) 555-0123' },
  locale: 'en-US',
  languages: ['en', 'es'],
  defaultTimeZone: 'America/New_York',
  timeZones: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/Anchorage',
    'Pacific/Honolulu',
    'America/Puerto_Rico',
  ],
  dateOrder: 'mdy',
  tax: { label: 'Sales tax' },
  paymentMethods: [{ key: 'card', label: 'markets.payment.card', collection: 'automatic' }],
  areaUnit: 'sqft',
  distanceUnit: 'mi',
  address: {
    fields: addressFields(),
    lines: ['{line}, {unit}', '{city}, {state} {postcode}'],
  },
  cities: [
    'New York',
    'Los Angeles',
    'Chicago',
    'Houston',
    'Phoenix',
    'Philadelphia',
    'San Antonio',
    'San Diego',
    'Dallas',
    'Austin',
    'Jacksonville',
    'San Jose',
    'Fort Worth',
    'Columbus',
    'Charlotte',
    'Indianapolis',
    'San Francisco',
    'Seattle',
    'Denver',
    'Nashville',
    'Washington',
    'Boston',
    'Las Vegas',
    'Portland',
    'Miami',
    'Atlanta',
    'Tampa',
    'Orlando',
    'Minneapolis',
    'Bellevue',
    'Tacoma',
    'Spokane',
  ],
}

function addressFields(): AddressField[] {
  const asked = (part: AddressField['part'], label: string, autocomplete: string) => ({
    part,
    label: `markets.address.${label}`,
    required: part !== 'unit',
    autocomplete,
  })
  return [
    asked('line', 'street', 'address-line1'),
    asked('unit', 'unit', 'address-line2'),
    asked('city', 'city', 'address-level2'),
    { ...asked('state', 'state', 'address-level1'), options: STATES },
    {
      ...asked('postcode', 'zip', 'postal-code'),
      pattern: '\\d{5}(-\\d{4})?',
      tidy: tidyZip,
    },
  ]
}

/** Spreadsheets drop the leading zero of New England's codes; nine digits are 5+4. */
function tidyZip(text: string): string {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (/^\d{4}$/.test(digits)) return `0${digits}`
  return digits.replace(/^(\d{5})(\d{4})$/, '$1-$2')
}
