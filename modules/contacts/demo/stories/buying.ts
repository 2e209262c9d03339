import { lines } from '../text.ts'
import type { Scene } from './scene.ts'

export const buying: Scene[] = [
  {
    topic: 'wants',
    types: ['call', 'email', 'whatsapp'],
    mood: 'hopeful',
    plans: lines(`
      Call back about the search in {area}
      Ask what they need and by when
      Return the message about {street}`),
    opens: lines(`
      Looking in {area}, {elsewhere} at a pinch, up to {price}.
      Asked about the {home} at {street}; it is gone, so took down what they need.
      Sent our way by somebody who bought in {area}; budget about {price}.
      Wants a {home} in {area}, {price} at the outside.
      Saw our board outside {street} and asked the price.
      Has been looking in {elsewhere} for {months} months without luck, now thinks of {area}.`),
  },
  {
    topic: 'shortlist',
    types: ['email', 'whatsapp'],
    mood: 'steady',
    plans: lines(`
      Send a shortlist for {area}
      Send {count} homes under {price}
      Put together a viewing round in {area} and {elsewhere}`),
    opens: lines(`
      Sent {count} that fit, most of them in {area}.
      Shortlist out: {area} first, one wild card in {elsewhere}.
      Sent the photos and floor plan of {street} and two like it.
      Second shortlist, without anything in {elsewhere}.
      Took the ones over {price} off the list and sent it again.`),
  },
  {
    topic: 'viewing',
    types: ['site-visit'],
    mood: 'hopeful',
    plans: lines(`
      Show {street}
      View {count} homes in {area}, {weekday} {time}
      Second viewing of {street} with the family`),
    opens: lines(`
      Showed the {home} at {street}.
      {count} viewings in {area} in one go, {street} last and best.
      Second look at {street}, this time with the family.
      Viewed {street} on {weekday} at {time}.
      Met at {street}; they were early and had already walked round the block.
      {street} today, and a quick stop at one in {elsewhere} on the way back.`),
  },
  {
    topic: 'funds',
    types: ['call', 'meeting'],
    mood: 'tense',
    plans: lines(`
      Go through the money with them
      Ask for the letter from {lender}
      Confirm the budget before the next viewing`),
    opens: lines(`
      Went through the money: {price} is the ceiling.
      Talked about how to pay for it; {lender} has the papers.
      Budget came down to {offer} after a second look at the numbers.
      They asked what the costs on top of {price} come to.
      Sorted out who signs and who pays.`),
  },
  {
    topic: 'offer',
    types: ['meeting', 'call'],
    mood: 'tense',
    plans: lines(`
      Prepare the offer on {street}
      Call with the seller's answer on {street}
      Agree on a figure for {street}`),
    opens: lines(`
      Offer of {offer} on {street}.
      Sat down to write the offer on {street}: {offer} to start with.
      Seller came back at {price}; we talked it through.
      Two other parties on {street}, so we talked about how far they would go.
      Went over the small print for {street} line by line.`),
  },
  {
    topic: 'keys',
    types: ['meeting', 'other'],
    mood: 'settled',
    plans: lines(`
      Hand over the keys to {street}
      Walk through {street} before they move in`),
    opens: lines(`
      Keys to {street} handed over.
      Final walk through {street}, everything as agreed.
      {street} is theirs, at {offer}.
      Dropped by {street} with the keys and a plant.`),
  },
]
