import { lines } from '../text.ts'
import type { Scene } from './scene.ts'

/** People and firms that work with us rather than buy from us. */
export const supplying: Scene[] = [
  {
    topic: 'trade',
    types: ['meeting', 'call', 'email'],
    mood: 'hopeful',
    plans: lines(`
      Ask for their rates
      Meet and see whether they fit`),
    opens: lines(`
      Introduced themselves, work mostly around {area}.
      Recommended by an owner near {street}.
      Asked to be on our list for {area} and {elsewhere}.
      Met to talk about rates and how fast they come out.`),
  },
  {
    topic: 'trade',
    types: ['email', 'whatsapp'],
    mood: 'steady',
    plans: lines(`
      Get a quote for {street}
      Send the list of work for {street}`),
    opens: lines(`
      Quote for {street}: {amount}.
      {amount} for {street}, {count} days' work.
      Sent photographs of {street} and asked for a price.
      Revised quote for {street}, now {amount} with materials.`),
  },
  {
    topic: 'trade',
    types: ['site-visit', 'call'],
    mood: 'steady',
    plans: lines(`
      Look at the work at {street}
      Let them in at {street}, {weekday} {time}`),
    opens: lines(`
      At {street} to see the work.
      Work at {street} finished on {weekday}.
      Halfway through at {street}.
      Had to come back to {street} once more.`),
  },
  {
    topic: 'trade',
    types: ['email', 'call'],
    mood: 'settled',
    plans: lines(`
      Settle the invoice for {street}
      Ask how the owner of {street} liked the work`),
    opens: lines(`
      Invoice for {street}, {amount}, paid.
      Owner of {street} is content with the work.
      Sent the invoice for {street} twice; sorted out.
      Yearly talk about rates.`),
  },
]

export const knowing: Scene[] = [
  {
    topic: 'neighbourly',
    types: ['meeting', 'call', 'email'],
    mood: 'hopeful',
    plans: lines(`
      Call to introduce ourselves
      Meet for coffee in {area}`),
    opens: lines(`
      Met at the event in {area}.
      Introduced by a client at {street}.
      Called the office with a question about {area}.
      Coffee near {street}, an hour.`),
  },
  {
    topic: 'neighbourly',
    types: ['email', 'whatsapp', 'call'],
    mood: 'steady',
    plans: lines(`
      Stay in touch about {area}
      Send our report on {area}`),
    opens: lines(`
      Sent our report on {area}.
      Caught up after {months} months.
      Asked what is happening in {elsewhere}.
      Passed on a name for {street}.`),
  },
  {
    topic: 'neighbourly',
    types: ['call', 'meeting', 'other'],
    mood: 'hopeful',
    plans: lines(`
      Thank them for the introduction
      Invite to the open day in {area}`),
    opens: lines(`
      Sent somebody to us who wants to sell {street}.
      Came to our open day in {area}.
      Offered to speak well of us at {street}.
      Took {count} of our brochures for the front desk.`),
  },
]
