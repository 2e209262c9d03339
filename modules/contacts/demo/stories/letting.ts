import { lines } from '../text.ts'
import type { Scene } from './scene.ts'

export const letting: Scene[] = [
  {
    topic: 'letting',
    types: ['call', 'email', 'whatsapp'],
    mood: 'hopeful',
    plans: lines(`
      Call back about letting {street}
      Send our management terms`),
    opens: lines(`
      Wants to let the {home} at {street}, hopes for {rent} a month.
      Moving away and would rather let {street} than sell it.
      Unhappy with the present agent for {street}; asked what we do differently.
      Owns {count} places around {area}, {street} is the one that stands empty.
      Asked what {street} would bring in a month.`),
  },
  {
    topic: 'letting',
    types: ['site-visit'],
    mood: 'hopeful',
    plans: lines(`
      Inspect {street}
      Photograph {street} before it is advertised`),
    opens: lines(`
      Inspected {street}; {rent} is right.
      Went through {street} room by room and made the inventory.
      Looked at {street} with the handyman.
      Photographs of {street} taken.`),
  },
  {
    topic: 'applicants',
    types: ['email', 'call', 'whatsapp'],
    mood: 'steady',
    plans: lines(`
      Propose tenants for {street}
      Check references for {street}`),
    opens: lines(`
      {count} applications for {street}, sent the best two.
      Proposed a tenant for {street} at {rent}.
      Went through the applicants for {street}.
      First choice for {street} dropped out, offered it to the second.`),
  },
  {
    topic: 'tenancy',
    types: ['meeting', 'email'],
    mood: 'settled',
    plans: lines(`
      Sign the lease for {street}
      Hand {street} over to the tenants`),
    opens: lines(`
      Lease on {street} signed, {rent} a month.
      Tenants moved into {street}, inventory signed.
      First rent for {street} came in and went out again the same day.`),
  },
  {
    topic: 'upkeep',
    types: ['call', 'email', 'whatsapp'],
    mood: 'tense',
    plans: lines(`
      Get a price for the repair at {street}
      Tell the owner about the repair at {street}`),
    opens: lines(`
      Repair at {street}: explained what it is and what it costs.
      Asked for leave to spend {amount} at {street}.
      Tenant of {street} complained again; told the owner.
      Quarterly look at {street}.`),
  },
  {
    topic: 'tenancy',
    types: ['call', 'email', 'whatsapp'],
    mood: 'steady',
    plans: lines(`
      Talk about renewing {street}
      Send the year's statement for {street}`),
    opens: lines(`
      Lease on {street} runs out in {months} months; talked about the next one.
      Renewal of {street} at {rent}.
      Went over the year's statement for {street}.
      Tenant of {street} would stay if the rent stays.`),
  },
]
