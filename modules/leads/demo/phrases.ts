import type { Intent, LeadStatus } from '../lead_words.ts'

/** What people write when they ask. `{place}` is where they look or live. */
export const messages: Record<Intent, string[]> = {
  buy: [
    'Is the house in {place} still available? We could come on Saturday.',
    'We are a family of four and look in {place}. Three bedrooms at least.',
    'Saw your sign in {place}. What are the sellers asking?',
    'Relocating in two months, and would like to see what you have in {place}.',
    'Cash buyer. Please send anything in {place} before it is advertised.',
    'First home. Can you tell us what we would need for {place}?',
    'Looking for a place in {place} with a study and a small garden.',
    'My parents want to move closer to us. Anything on one floor in {place}?',
  ],
  rent: [
    'Is the flat in {place} free from the first of next month?',
    'We need a two-bedroom in {place}, pets are a must.',
    'Company lease for a colleague who arrives in {place} in three weeks.',
    'What deposit do you ask for the place in {place}?',
    'Student, with parents as guarantors, looking near {place}.',
    'Our lease ends soon and we would like to stay in {place}.',
  ],
  sell: [
    'What would our house in {place} fetch this season?',
    'We are moving abroad and want to sell in {place} within three months.',
    'Inherited a house in {place} and need somebody to look at it.',
    'Another agency had it for half a year. Can you do better in {place}?',
    'Thinking of selling in {place}. No hurry, but we want to know the price.',
  ],
  let: [
    'We own a flat in {place} and look for a tenant from next month.',
    'The house in {place} stands empty. What rent is realistic?',
    'Please take over the letting of our property in {place}.',
    'We live abroad and need somebody to look after the house in {place}.',
  ],
}

interface Told {
  kind: 'call' | 'email' | 'meeting' | 'site-visit' | 'whatsapp'
  details: string
  outcome: 'positive' | 'neutral' | 'negative' | 'follow-up'
}

/** What agents note at each stage of the work. */
export const told: Record<Exclude<LeadStatus, 'new' | 'converted' | 'lost'>, Told[]> = {
  contacted: [
    {
      kind: 'call',
      details: 'Introduced ourselves; they explained what they need.',
      outcome: 'positive',
    },
    {
      kind: 'call',
      details: 'Reached them on the second try; asked to call back in the evening.',
      outcome: 'follow-up',
    },
    {
      kind: 'whatsapp',
      details: 'Sent three suggestions; they liked the second one.',
      outcome: 'positive',
    },
    {
      kind: 'email',
      details: 'Answered their questions and asked for a time to talk.',
      outcome: 'neutral',
    },
    {
      kind: 'call',
      details: 'Short call; they want to speak with their partner first.',
      outcome: 'neutral',
    },
    { kind: 'whatsapp', details: 'They sent photos and the plan.', outcome: 'positive' },
  ],
  qualified: [
    {
      kind: 'meeting',
      details: 'Met at the office; budget and timing are clear now.',
      outcome: 'positive',
    },
    { kind: 'call', details: 'The bank has confirmed what they can spend.', outcome: 'positive' },
    {
      kind: 'site-visit',
      details: 'Saw two properties; the first was too dark, the second is on the list.',
      outcome: 'follow-up',
    },
    {
      kind: 'site-visit',
      details: 'Walked through the property and took measurements.',
      outcome: 'positive',
    },
    { kind: 'email', details: 'Sent the comparison with what sold near by.', outcome: 'neutral' },
  ],
  negotiation: [
    { kind: 'call', details: 'They made an offer a little below the price.', outcome: 'positive' },
    {
      kind: 'meeting',
      details: 'Talked through the terms; two points are open.',
      outcome: 'follow-up',
    },
    {
      kind: 'whatsapp',
      details: 'They ask for an answer by the end of the week.',
      outcome: 'follow-up',
    },
  ],
}

export const losses: Told[] = [
  { kind: 'call', details: 'They signed with somebody else last week.', outcome: 'negative' },
  { kind: 'call', details: 'The number no longer answers; tried five times.', outcome: 'negative' },
  { kind: 'email', details: 'They put their plans off for a year.', outcome: 'negative' },
  {
    kind: 'whatsapp',
    details: 'Too dear for them, and they will not go further out.',
    outcome: 'negative',
  },
]

export const nextActions = [
  'Call again and agree on a visit',
  'Send the brochure',
  'Ask for the papers',
  'Show two more properties',
  'Remind them of the offer',
  'Confirm the time of the visit',
]

export const campaigns = ['spring_homes', 'move_closer', 'free_valuation', 'new_listings']

export const pages = ['/', '/sale', '/rent', '/valuation', '/agents', '/contact']

export const tags = ['Hot', 'Cash buyer', 'First home', 'Relocating', 'Investor', 'Weekend only']
