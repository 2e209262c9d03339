import { lines } from '../text.ts'
import type { Scene } from './scene.ts'

export const renting: Scene[] = [
  {
    topic: 'needs',
    types: ['call', 'email', 'whatsapp'],
    mood: 'hopeful',
    plans: lines(`
      Call back about a place in {area}
      Ask about move-in date and budget`),
    opens: lines(`
      Needs a {home} in {area}, up to {rent} a month.
      Has to be out of the present place in {months} months; {area} or {elsewhere}.
      Asked about the place at {street}.
      New job near {area}, wants to rent for a year first.
      Sharing with {count} others, {rent} between them.`),
  },
  {
    topic: 'viewing',
    types: ['site-visit'],
    mood: 'hopeful',
    plans: lines(`
      Show the place at {street}
      Show {count} rentals around {area}`),
    opens: lines(`
      Showed {street} at {time}.
      Saw {street} and one more in {elsewhere}.
      {count} rentals in an hour; {street} stayed in mind.
      Looked at {street} together with the present tenant.`),
  },
  {
    topic: 'tenancy',
    types: ['email', 'whatsapp', 'call'],
    mood: 'steady',
    plans: lines(`
      Ask for references and proof of income
      Take the application for {street}`),
    opens: lines(`
      Application for {street} is in.
      References came back, all fine.
      Owner of {street} asks {rent} and would like an answer by {weekday}.
      Went through what the lease on {street} says.`),
  },
  {
    topic: 'tenancy',
    types: ['meeting'],
    mood: 'settled',
    plans: lines(`
      Sign the lease for {street}
      Take the deposit for {street}`),
    opens: lines(`
      Signed the lease for {street}, {rent} a month.
      Deposit paid, moves into {street} on {weekday}.
      Lease, inventory and keys for {street}, all in one go.`),
  },
  {
    topic: 'living',
    types: ['whatsapp', 'call', 'email'],
    mood: 'tense',
    plans: lines(`
      Ask how they have settled in at {street}
      See that the repair at {street} is done`),
    opens: lines(`
      Something to mend at {street}.
      First month at {street}: asked how it goes.
      Wrote about the neighbours at {street}.
      Repair at {street} is done, asked whether it holds.`),
  },
  {
    topic: 'living',
    types: ['call', 'whatsapp', 'email'],
    mood: 'steady',
    plans: lines(`
      Ask whether they stay on at {street}
      Remind of the rent for {street}`),
    opens: lines(`
      Would like to stay at {street} another year.
      Rent for {street} came {count} days late.
      Thinks of leaving {street} in {months} months; asked what the notice is.
      Asked whether the owner of {street} might sell one day.`),
  },
]
