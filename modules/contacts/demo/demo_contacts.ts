import type { Address } from '#kernel/markets/market_pack'
import { Calendar } from './calendar.ts'
import { Chance } from '#kernel/demo/chance'
import type { ContactDraft, ContactKind, DemoRequest } from './drafts.ts'
import { Identities } from './identities.ts'
import type { World } from './markets/world.ts'
import { worlds } from './markets/worlds.ts'
import { ownerFor } from './owners.ts'
import { consentFrom, Reachability } from './reachability.ts'
import { Storyteller } from './storyteller.ts'

/**
 * Believable contacts of one agency with their history. The same request gives the same contacts;
 * a larger count only adds to the end, and another `today` only moves the dates.
 */
export function demoContacts(request: DemoRequest): ContactDraft[] {
  const world = worlds[request.market]
  const people = new Chance(`${request.agency} people`)
  const cast = {
    request,
    world,
    calendar: new Calendar(request.today, world.timeZone),
    identities: new Identities(world.names, people),
    reachability: new Reachability(world, people),
    colleagueIds: request.staff.map(({ memberId }) => memberId),
  }
  return Array.from({ length: request.count ?? 320 }, (_, index) => draft(cast, index))
}

interface Cast {
  request: DemoRequest
  world: World
  calendar: Calendar
  identities: Identities
  reachability: Reachability
  colleagueIds: string[]
}

function draft(cast: Cast, index: number): ContactDraft {
  const { request, world } = cast
  const chance = new Chance(`${request.agency} contact ${index}`)
  const kinds = kindsFrom(world, chance)
  const identity = cast.identities.draw(kinds[0])
  const owner = ownerFor(kinds[0], request.staff, chance)
  const hero = { kind: kinds[0], isFirm: identity.type === 'company', owner }
  const { isWarm, ...story } = new Storyteller({ ...cast, chance }, hero).tell()
  return {
    ...identity,
    ...story,
    phones: cast.reachability.phones(identity),
    emails: cast.reachability.emails(identity),
    kinds,
    tags: tagsFor(kinds[0], { world, chance, isWarm }),
    ownerId: owner?.memberId ?? null,
    teamId: owner?.teamId ?? null,
    consent: consentFrom(chance, story.createdAt),
    address: addressFrom(world, chance),
    source: chance.weigh(world.sources),
  }
}

function addressFrom(world: World, chance: Chance): Address | null {
  if (chance.happens(0.15)) return null
  return world.address(chance.pick(world.areas), world.streets, chance)
}

/** Some who buy also sell, and some who own also invest. */
const second: Partial<Record<ContactKind, ContactKind>> = {
  buyer: 'seller',
  seller: 'buyer',
  landlord: 'investor',
  investor: 'landlord',
  tenant: 'buyer',
}

function kindsFrom(world: World, chance: Chance): ContactKind[] {
  const first = chance.weigh(world.kinds)
  const other = second[first]
  return other && chance.happens(0.12) ? [first, other] : [first]
}

const canBeHot: ContactKind[] = ['buyer', 'seller', 'investor', 'tenant']

interface Taste {
  world: World
  chance: Chance
  isWarm: boolean
}

function tagsFor(kind: ContactKind, { world, chance, isWarm }: Taste): string[] {
  const count = chance.weigh([
    [0, 35],
    [1, 45],
    [2, 20],
  ])
  const own = chance.take(count, world.tags[kind])
  const isHot = isWarm && canBeHot.includes(kind) && chance.happens(0.5)
  return isHot ? ['Hot Lead', ...own] : own
}
