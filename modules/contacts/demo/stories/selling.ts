import { lines } from '../text.ts'
import type { Scene } from './scene.ts'

export const selling: Scene[] = [
  {
    topic: 'home',
    types: ['call', 'email', 'whatsapp'],
    mood: 'hopeful',
    plans: lines(`
      Call back about selling {street}
      Find out why and when they want to sell`),
    opens: lines(`
      Thinking of selling {street} and wants to know what it would fetch.
      Neighbour of {street} sold through us; would like the same.
      Has the {home} in {area}, wants to be out within {months} months.
      Asked what we charge and how long {area} takes at the moment.
      Another agent said {price}; wants a second opinion.`),
  },
  {
    topic: 'home',
    types: ['site-visit'],
    mood: 'hopeful',
    plans: lines(`
      Appraise {street}
      Measure and photograph {street}, {weekday} {time}`),
    opens: lines(`
      Walked through the {home} at {street}.
      Appraisal of {street}: {offer} to {price}, I said the lower half.
      Measured up at {street}, an hour and a half.
      Looked at {street} from cellar to roof.
      Second visit to {street}, with the photographer.`),
  },
  {
    topic: 'papers',
    types: ['meeting', 'email'],
    mood: 'steady',
    plans: lines(`
      Get the mandate for {street} signed
      Collect the papers for {street}`),
    opens: lines(`
      We have {street} to sell, asking {price}.
      Went over our terms for {street}; signed for {months} months.
      Papers for {street}: went down the list of what is still missing.
      Agreed the asking price, {price}, and the wording of the advertisement.
      Talked about who keeps the keys to {street} and when we may show it.`),
  },
  {
    topic: 'feedback',
    types: ['call', 'email', 'whatsapp'],
    mood: 'steady',
    plans: lines(`
      Report on this week's viewings of {street}
      Pass on what viewers said about {street}`),
    opens: lines(`
      {count} viewings of {street} this week.
      Weekly report on {street}.
      Told them what the {weekday} viewers said.
      Slow week for {street}, {count} enquiries and one viewing.
      Best week so far: {count} through the door at {street}.`),
  },
  {
    topic: 'feedback',
    types: ['call', 'meeting'],
    mood: 'tense',
    plans: lines(`
      Talk about the price of {street}
      Show them what sold in {area} this quarter`),
    opens: lines(`
      Talked price: {price} is not getting us there.
      Showed them {count} sales in {area}; we should be nearer {offer}.
      They would rather wait than go below {price}.
      Agreed to come down to {offer} from {weekday}.`),
  },
  {
    topic: 'offer',
    types: ['meeting', 'call'],
    mood: 'hopeful',
    plans: lines(`
      Bring them the offer on {street}
      Answer the buyer's offer on {street}`),
    opens: lines(`
      Brought them an offer of {offer}.
      Two offers on {street}, {offer} the better one.
      Buyer moved up to {offer}; went through the conditions.
      Offer at {offer}, and we countered near {price}.`),
  },
  {
    topic: 'keys',
    types: ['meeting', 'other'],
    mood: 'settled',
    plans: lines(`
      Close on {street}
      Meter readings and keys at {street}`),
    opens: lines(`
      {street} closed at {offer}.
      Handed the keys of {street} to the buyers.
      Last signature on {street} done.`),
  },
]
