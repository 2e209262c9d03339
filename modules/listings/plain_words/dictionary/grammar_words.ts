import type { Meaning } from '../meaning.ts'

const bound = (value: 'min' | 'max' | 'around' | 'between', more = {}): Meaning => ({
  kind: 'bound',
  value,
  ...more,
})
const STRICT = { isStrict: true }
const QUIET = { isQuiet: true }
const AFTER = { isAfter: true }
const unit = (of: 'beds' | 'baths' | 'month' | 'week' | 'other'): Meaning => ({
  kind: 'unit',
  unit: { of },
})

/** Words with a fixed meaning, wherever they stand. */
export const GRAMMAR: [words: string, meaning: Meaning][] = [
  [
    `for rent, to rent, to let, tolet, to-let, rent, rental, rentals, renting, rented, on rent, for lease, to lease, on lease, lease,
     leasing, for rental, rent out, letting, for letting, to be let, per month rent`,
    { kind: 'deal', value: 'rent' },
  ],
  [
    `for sale, for sell, on sale, sale, sales, buy, buying, to buy, purchase, to purchase, purchasing, want to own`,
    { kind: 'deal', value: 'sale' },
  ],
  [
    `cheapest, cheap, affordable, inexpensive, low cost, budget friendly, reasonably priced, cheapest first, lowest price, lowest priced, lowest price first, least expensive, price low to high,
     low to high, sort by price, by price, price ascending, most affordable, cheaper first`,
    { kind: 'sort', value: 'price' },
  ],
  [
    `most expensive, most expensive first, expensive first, priciest, dearest, highest price, highest priced, highest price first,
     price high to low, high to low, price descending`,
    { kind: 'sort', value: '-price' },
  ],
  [
    `newest, newest first, latest, latest first, most recent, recent, recently listed, just listed, new listings, newly listed,
     newest listings, latest listings, recent listings, recently added, new on the market, just added`,
    { kind: 'sort', value: '-created' },
  ],
  ['oldest first, oldest listings, longest on the market', { kind: 'sort', value: 'created' }],
  [
    'largest, largest first, biggest, biggest first, sort by size, by size',
    { kind: 'sort', value: '-size' },
  ],
  ['smallest, smallest first', { kind: 'sort', value: 'size' }],
  ['between, b/w, btw, ranging from, range', bound('between', QUIET)],
  [
    'under, below, sub, less than, less then, fewer than, lower than, smaller than, cheaper than, <',
    bound('max', STRICT),
  ],
  [
    `up to, upto, max, maximum, at most, no more than, not more than, not exceeding, not over, not above, no higher than, within,
     no bigger than, max of, maximum of, not exceed, <=, ≤`,
    bound('max'),
  ],
  ['budget, budget of, my budget, budget is, budget max, max budget', bound('max', QUIET)],
  [
    'over, above, more than, more then, bigger than, larger than, greater than, >',
    bound('min', STRICT),
  ],
  [
    `at least, atleast, min, minimum, no less than, not less than, not under, not below, no smaller than, starting at, starting,
     starting from, starts from, starts at, minimum of, upwards of, min of, >=, ≥`,
    bound('min'),
  ],
  ['from', bound('min', QUIET)],
  [
    'or more, and above, and up, and more, & above, onwards, or above, upwards, or better',
    bound('min', AFTER),
  ],
  [
    'or less, or under, or below, and below, and under, tops, or fewer, or cheaper',
    bound('max', AFTER),
  ],
  [
    'around, about, approx, approximately, roughly, circa, ca, ~, close to, somewhere around, arnd',
    bound('around', QUIET),
  ],
  ['ish, or so, or thereabouts', bound('around', AFTER)],
  ['price, priced, priced at, price range, cost, costing', { kind: 'price' }],
  [
    `deposit, security deposit, down payment, downpayment, advance, hoa, hoa fee, hoa dues, maintenance, maintenance charges,
     service charge, levy, levies`,
    { kind: 'aside' },
  ],
  [
    `bed, beds, bedroom, bedrooms, bedroomed, bhk, bhks, bdr, bdrm, bdrms, bedrm, br, brs, bd, bds, bed room, bed rooms, bedder`,
    unit('beds'),
  ],
  [
    `bath, baths, bth, bths, bathroom, bathrooms, bathrm, ba, full bath, full baths, bath room, bath rooms, toilet, toilets, bathroomed,
     full bathrooms, full bathroom`,
    unit('baths'),
  ],
  [
    `per month, pm, p/m, pcm, a month, /month, /mo, /m, monthly, each month, per mth, /mth, p.m., month, mo, pm rent`,
    unit('month'),
  ],
  ['per week, pw, p/w, a week, /week, /wk, weekly', unit('week')],
  ['and a half', { kind: 'half' }],
  ['to, -', { kind: 'to' }],
  ['/', { kind: 'slash' }],
  [
    `carpet area, built up area, builtup area, super built up area, ready to move, ready to move in, open house, rent to own,
     mother in law, in law, in law suite, first floor, second floor, third floor`,
    { kind: 'word' },
  ],
  ['or, and, &, nor', { kind: 'or' }],
  ['+, plus', { kind: 'plus' }],
  [
    'king county, zip, zip code, zipcode, pin code, pincode, postcode, post code, postal code',
    { kind: 'noise' },
  ],
  [
    'near, nearby, near to, next to, opposite, walking distance to, walking distance from',
    { kind: 'noise', isNear: true },
  ],
  [
    `not required, not needed, not necessary, not wanted, not allowed, not permitted, not important, not essential, not a must,
     not compulsory, optional`,
    { kind: 'not', ...AFTER },
  ],
  [
    `no, not, without, non, w/o, except, except for, excluding, avoid, never, dont want, don't want, do not want, don't need,
     dont need, not in, anywhere but, outside, outside of, away from, far from, semi, partly, partially`,
    { kind: 'not' },
  ],
]

/** Words that count something only after a number. */
export const AFTER_NUMBER: [words: string, meaning: Meaning][] = [
  ['b', unit('beds')],
  [
    `km, kms, mi, mile, miles, minute, minutes, min walk, mins, min from, metres, meters, floor, floors, storey, storeys,
     story, stories, level, year, years, yrs, car, cars, percent, %, roomed, room, rooms, units, unit, people, persons`,
    unit('other'),
  ],
  ['/-', { kind: 'noise' }],
]

/** Words that say nothing about a home. */
export const NOISE = `a an the i i'm im i'd we we're you me my us our please pls plz kindly hi hello hey thanks thank
  looking look search searching find finding show give get need needs want wants wanted wanting would like love interested
  seeking require required can could any some something anything somewhere anywhere there that which who with w having has
  have had is are was be it its it's this these those in at on of for by around next off inside close into
  within as if so but also maybe ideally preferably property properties place places home homes listing listings option options
  available availability accommodation house-hunting located location area areas region suburb neighbourhood neighborhood
  nice good great lovely beautiful decent all see list sort sorted first one's only just do does should must will be family
  complex estate society unit units number size sized what where`
