import { lines } from '../text.ts'
import type { Scene } from './scene.ts'

export const investing: Scene[] = [
  {
    topic: 'figures',
    types: ['meeting', 'call'],
    mood: 'hopeful',
    plans: lines(`
      Meet and hear what they are after
      Call back about what pays in {area}`),
    opens: lines(`
      Has {price} to place and thinks of {area}.
      Owns {count} lets already, wants to grow around {area}.
      Would sell in {elsewhere} and buy two in {area}.
      Asked where rents held up best this year.`),
  },
  {
    topic: 'figures',
    types: ['email', 'whatsapp'],
    mood: 'steady',
    plans: lines(`
      Send the figures for {street}
      Send rents and prices for {area}`),
    opens: lines(`
      Sent the figures for {street}: {price}, let at {rent}.
      Comparison of {area} and {elsewhere} sent.
      Sent {count} that are let already, {street} among them.
      Answered questions on running costs at {street}.`),
  },
  {
    topic: 'viewing',
    types: ['site-visit'],
    mood: 'hopeful',
    plans: lines(`
      Show {street} to the investor
      Walk {area} with them`),
    opens: lines(`
      Walked round {street} with the builder along.
      Showed {count} buildings between {area} and {elsewhere}.
      Quick look at {street}, outside and meters only.
      Saw {street}; the tenant let us in.`),
  },
  {
    topic: 'funds',
    types: ['call', 'meeting'],
    mood: 'tense',
    plans: lines(`
      Ask for a decision on {street}
      Go through the offer on {street}`),
    opens: lines(`
      Pays {offer} for {street}, not more.
      Wants {street} only together with the one next door.
      Thought about {street} over the week and ran the figures again.
      Partner has to agree before {street} goes further.`),
  },
  {
    topic: 'offer',
    types: ['meeting', 'call'],
    mood: 'hopeful',
    plans: lines(`
      Close on {street}
      Put the offer on {street} in writing`),
    opens: lines(`
      {street} agreed at {offer}.
      Offer of {offer} on {street} in writing.
      Bought {street}; we let it from the first of the month.`),
  },
  {
    topic: 'figures',
    types: ['call', 'email', 'whatsapp'],
    mood: 'steady',
    plans: lines(`
      Ask about the next one
      Send what came in this month`),
    opens: lines(`
      Ready for another one, same size as {street}.
      Asked how {street} would do if it were sold now.
      Sent what came in this month in {area}.
      Waits with the next purchase until the year is closed.`),
  },
]
