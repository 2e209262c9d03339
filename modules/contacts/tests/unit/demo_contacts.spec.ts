import { test } from '@japa/runner'
import { readAddressPart } from '#kernel/markets/addresses'
import type { AddressPart, MarketKey } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { DateTime } from 'luxon'
import { demoContacts } from '../../demo/demo_contacts.ts'
import type { ContactDraft, DemoRequest, InteractionDraft } from '../../demo/drafts.ts'

const TODAY = '2026-11-20'
const agencies: { agency: string; market: MarketKey; zone: string }[] = [
  { agency: 'rainier', market: 'US', zone: 'America/Los_Angeles' },
  { agency: 'msasa', market: 'ZW', zone: 'Africa/Harare' },
  { agency: 'peepal', market: 'IN', zone: 'Asia/Kolkata' },
]

test.group('The demo contacts', () => {
  test('of {agency} are the same each time, and others than those of another agency')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      assert.deepEqual(contactsOf(agency, market), contactsOf(agency, market))
      assert.notDeepEqual(contactsOf(agency, market), contactsOf(`${agency}-two`, market))
    })

  test('of {agency} stay who they are when more of them are asked for')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      const few = contactsOf(agency, market, { count: 40 })

      assert.deepEqual(contactsOf(agency, market, { count: 400 }).slice(0, 40), few)
    })

  test('of {agency} move with today and change nothing else')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      const now = contactsOf(agency, market)
      const later = contactsOf(agency, market, { today: '2027-03-15' })

      assert.deepEqual(later.map(withoutDates), now.map(withoutDates))
      assert.notEqual(later[0].createdAt, now[0].createdAt)
    })

  test('of {agency} have phones that parse in their market, no number twice')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      const numbers = contactsOf(agency, market).flatMap(({ phones }) =>
        phones.map(({ number }) => number)
      )

      assert.isAbove(numbers.length, 320)
      assert.equal(new Set(numbers).size, numbers.length)
      for (const number of numbers) {
        const phone = parsePhoneNumberFromString(number)
        assert.isTrue(phone?.isValid(), number)
        assert.equal(phone?.number, number)
        assert.equal(phone?.country, market)
      }
    })

  test('of the United States have numbers kept for fiction only', ({ assert }) => {
    for (const { phones } of contactsOf('rainier', 'US')) {
      for (const { number } of phones) assert.match(number, /^\+1\d{3}55501\d\d$/)
    }
  })

  test('of {agency} have mailboxes on example domains only, none twice')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      const addresses = contactsOf(agency, market).flatMap(({ emails }) =>
        emails.map(({ address }) => address)
      )

      assert.equal(new Set(addresses).size, addresses.length)
      for (const address of addresses) {
        assert.match(address, /^[a-z0-9.]+@([a-z0-9-]+\.example|example\.(com|net|org))$/)
      }
    })

  test('of {agency} have addresses as their market writes them')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      const pack = marketPack(market)
      const asked = pack.address.fields.map(({ part }) => part)
      const addresses = contactsOf(agency, market).flatMap(({ address }) => address ?? [])

      assert.isAbove(addresses.length, 200)
      for (const address of addresses) {
        assert.includeMembers(asked, Object.keys(address) as AddressPart[])
      }
      for (const { part, required } of pack.address.fields) {
        const values = addresses.flatMap((address) => address[part] ?? [])
        if (required) assert.lengthOf(values, addresses.length, part)
        for (const value of values) {
          assert.deepEqual(readAddressPart(part, value, pack), { ok: true, value })
        }
      }
    })

  test('of {agency} have a history of fourteen months that reads as written by people')
    .with(agencies)
    .run(({ assert }, { agency, market, zone }) => {
      const interactions = contactsOf(agency, market).flatMap((contact) => contact.interactions)
      const texts = new Set(interactions.map(({ details }) => details))

      assert.isAbove(interactions.length, 900)
      assert.isAbove(texts.size, interactions.length * 0.98)
      for (const { at, details } of interactions) {
        const moment = DateTime.fromISO(at, { zone })
        assert.isTrue(moment.toISODate()! < TODAY, at)
        assert.isTrue(moment.toISODate()! >= '2025-09-19', at)
        assert.notEqual(moment.weekday, 7, at)
        assert.isTrue(moment.hour >= 7 && moment.hour < 20, at)
        assert.notMatch(details, /[{}]|undefined|null|NaN/)
      }
    })

  test('of {agency} are known before they are talked to, and their stories run forward')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      for (const { createdAt, interactions, notes } of contactsOf(agency, market)) {
        const instants = [createdAt, ...interactions.map(({ at }) => at)]
        assert.deepEqual(instants, [...instants].sort())
        for (const note of notes) assert.isTrue(note.at > createdAt, note.at)
      }
    })

  test('of {agency} leave something to do today, something overdue and something this week')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      const due = contactsOf(agency, market).flatMap(openPlan)

      assert.isAtLeast(due.filter((day) => day === TODAY).length, 4)
      assert.isAtLeast(due.filter((day) => day < TODAY).length, 8)
      assert.isAtLeast(due.filter((day) => day > TODAY && day <= '2026-11-27').length, 8)
    })

  test('of {agency} cover all kinds, owners, outcomes and types, people and companies')
    .with(agencies)
    .run(({ assert }, { agency, market }) => {
      const contacts = contactsOf(agency, market)
      const interactions = contacts.flatMap((contact) => contact.interactions)

      assert.sameMembers(distinct(contacts.map(({ type }) => type)), ['person', 'company'])
      assert.sameMembers(distinct(contacts.flatMap(({ kinds }) => kinds)), KINDS)
      assert.sameMembers(distinct(interactions.map(({ type }) => type)), TYPES)
      assert.sameMembers(distinct(interactions.map(({ outcome }) => outcome)), OUTCOMES)
      assert.includeMembers(distinct(contacts.map(({ ownerId }) => ownerId)), [null, ...OWNERS])
      assert.includeMembers(distinct(contacts.flatMap(({ tags }) => tags)), [
        'Hot Lead',
        'Investor',
      ])
    })

  test('carry names that a layout must survive', ({ assert }) => {
    const names = agencies.flatMap(({ agency, market }) =>
      contactsOf(agency, market).map(
        ({ givenName, familyName, companyName }) => companyName ?? [givenName, familyName].join(' ')
      )
    )

    assert.isTrue(names.some((name) => name.length > 35))
    assert.isTrue(names.some((name) => name.normalize('NFD') !== name))
    assert.isTrue(names.some((name) => /\p{Script=Devanagari}/u.test(name)))
  })
})

const KINDS = ['buyer', 'seller', 'landlord', 'tenant', 'investor', 'vendor', 'other']
const TYPES = ['call', 'email', 'meeting', 'site-visit', 'whatsapp', 'other']
const OUTCOMES = ['positive', 'neutral', 'negative', 'follow-up']
const OWNERS = ['senior_agent', 'junior_agent', 'property_manager', 'relationship_manager']

function contactsOf(agency: string, market: MarketKey, options: Partial<DemoRequest> = {}) {
  const staff = ['principal', 'sales_director', 'marketing', ...OWNERS].map((role) => ({
    role,
    memberId: role,
  }))
  return demoContacts({ agency, market, today: TODAY, staff, ...options })
}

function openPlan({ interactions }: ContactDraft): string[] {
  return interactions.flatMap(({ nextActionDate, nextActionDoneAt }) =>
    nextActionDate && !nextActionDoneAt ? [nextActionDate] : []
  )
}

function withoutDates({ interactions, notes, consent, createdAt: _, ...contact }: ContactDraft) {
  return {
    ...contact,
    consent: Object.values(consent).map(({ state, how }) => ({ state, how })),
    interactions: interactions.map(undated),
    notes: notes.map(({ memberId, text }) => ({ memberId, text })),
  }
}

function undated(interaction: InteractionDraft) {
  const { at, nextActionDate, nextActionDoneAt, ...rest } = interaction
  return { ...rest, isPlanned: nextActionDate !== null, isDone: nextActionDoneAt !== null }
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)]
}
