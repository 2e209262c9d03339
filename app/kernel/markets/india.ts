import { storedByName } from './address_options.ts'
import type { MarketPack } from './market_pack.ts'

/** ISO 3166-2 codes, old and new, beside the name. */
const STATES = storedByName(`
  AP Andhra Pradesh
  AR Arunachal Pradesh
  AS Assam
  BR Bihar
  CG/CT Chhattisgarh
  GA Goa
  GJ Gujarat
  HR Haryana
  HP Himachal Pradesh
  JH Jharkhand
  KA Karnataka
  KL Kerala
  MP Madhya Pradesh
  MH Maharashtra
  MN Manipur
  ML Meghalaya
  MZ Mizoram
  NL Nagaland
  OD/OR/Orissa Odisha
  PB Punjab
  RJ Rajasthan
  SK Sikkim
  TN Tamil Nadu
  TS/TG Telangana
  TR Tripura
  UP Uttar Pradesh
  UK/UT/Uttaranchal Uttarakhand
  WB West Bengal
  AN Andaman and Nicobar Islands
  CH Chandigarh
  DH/DN/DD Dadra and Nagar Haveli and Daman and Diu
  DL Delhi
  JK Jammu and Kashmir
  LA Ladakh
  LD Lakshadweep
  PY/Pondicherry Puducherry
`)

export const INDIA: MarketPack = {
  key: 'IN',
  name: 'markets.IN',
  currency: 'INR',
  region: 'IN',
  callingCode: '91',
  phone: { mobileDigits: 10, example: '098765 43210' },
  locale: 'en-IN',
  languages: ['en', 'hi', 'mr'],
  defaultTimeZone: 'Asia/Kolkata',
  timeZones: ['Asia/Kolkata'],
  dateOrder: 'dmy',
  tax: {
    label: 'GST',
    registration: {
      label: 'markets.tax.gstin',
      pattern: '\\d{2}[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]',
      example: '27AAPFU0939F1ZV',
    },
  },
  paymentMethods: [
    { key: 'upi', label: 'markets.payment.upi', collection: 'prompt' },
    { key: 'card', label: 'markets.payment.card', collection: 'automatic' },
    { key: 'netbanking', label: 'markets.payment.netbanking', collection: 'prompt' },
  ],
  areaUnit: 'sqft',
  distanceUnit: 'km',
  address: {
    fields: [
      {
        part: 'line',
        label: 'markets.address.line',
        required: true,
        autocomplete: 'address-line1',
      },
      {
        part: 'locality',
        label: 'markets.address.locality',
        required: false,
        autocomplete: 'address-level3',
      },
      {
        part: 'city',
        label: 'markets.address.city',
        required: true,
        autocomplete: 'address-level2',
      },
      {
        part: 'state',
        label: 'markets.address.state',
        required: true,
        autocomplete: 'address-level1',
        options: STATES,
      },
      {
        part: 'postcode',
        label: 'markets.address.pin',
        required: true,
        autocomplete: 'postal-code',
        pattern: '[1-9]\\d{5}',
        tidy: (text) => text.replaceAll(/[\s-]/g, ''),
      },
    ],
    lines: ['{line}', '{locality}', '{city} {postcode}', '{state}'],
  },
  cities: [
    'Mumbai',
    'Delhi',
    'Bengaluru',
    'Hyderabad',
    'Ahmedabad',
    'Chennai',
    'Kolkata',
    'Surat',
    'Pune',
    'Jaipur',
    'Lucknow',
    'Kanpur',
    'Nagpur',
    'Indore',
    'Thane',
    'Bhopal',
    'Visakhapatnam',
    'Pimpri-Chinchwad',
    'Patna',
    'Vadodara',
    'Ghaziabad',
    'Ludhiana',
    'Agra',
    'Nashik',
    'Faridabad',
    'Gurugram',
    'Noida',
    'Navi Mumbai',
    'Coimbatore',
    'Kochi',
    'Chandigarh',
    'Mysuru',
    'Thiruvananthapuram',
    'Goa',
  ],
}
