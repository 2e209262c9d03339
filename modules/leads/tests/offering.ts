/** Somebody who wants to sell, and has said a lot of it in words. */
export const offer = {
  name: 'Tariro Moyo',
  phone: '+12065550142',
  intent: 'sell' as const,
  source: 'referral',
  message:
    'We want to sell our 3 bedroom house, 2 baths, 1,800 sqft, with a garage. Call me after six.',
  askingPrice: 75_000_000,
  address: { line: '1 Pine St', city: 'Seattle', state: 'WA', postcode: '98107' },
}

/** What only a person can say of it. */
export const aHouse = { type: 'house' }
