/** A list of contacts that exist nowhere, the same for the same count: as an old CRM would export it. */
export function generatedList(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => rowOf(index))
  return [HEADINGS, ...rows].join('\n')
}

const HEADINGS =
  'First Name,Last Name,Company,Job Title,Email,Mobile Phone,Home Phone,Street,City,State,Zip,Type,Tags,Lead Source,Notes'
const FIRST = [
  'Tendai',
  'Rudo',
  'Farai',
  'Anna',
  'Marcus',
  'Priya',
  'Chloe',
  'Diego',
  'Mei',
  'Omar',
]
const LAST = ['Moyo', 'Ncube', 'Smith', 'García', 'Patel', 'Johnson', 'O’Brien', 'Nguyen', 'Khan']
const CITIES = ['Seattle', 'Tacoma', 'Bellevue', 'Everett', 'Renton']
const KINDS = ['Buyer', 'Seller', 'Tenant', 'Landlord', 'Investor']

function rowOf(index: number): string {
  const [first, last, city] = [pick(FIRST, index), pick(LAST, index >> 1), pick(CITIES, index >> 2)]
  const number = String(2_000_000 + index)
  return [
    first,
    last,
    index % 4 === 0 ? `${last} & Sons` : '',
    index % 3 === 0 ? 'Owner' : '',
    `${first}.${index}@example.com`.toLowerCase(),
    `+1 206 ${number.slice(0, 3)} ${number.slice(3)}`,
    index % 2 === 0 ? `(425) ${number.slice(0, 3)}-${number.slice(3)}` : '',
    `${index} Pine Street`,
    city,
    'WA',
    '98101',
    pick(KINDS, index),
    index % 5 === 0 ? '"Spring, Open house"' : 'Spring',
    pick(['Zillow', 'Referral', 'Open house'], index),
    index % 10 === 0 ? `Asked for ${index % 5} bedrooms` : '',
  ].join(',')
}

function pick<Value>(values: Value[], index: number): Value {
  return values[index % values.length]
}
