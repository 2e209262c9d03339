import type { AddedAgency } from '../../../../bin/benching/agencies.ts'
import type { Figure, Scenario } from '../../../../bin/benching/figures.ts'
import type { Ground } from '../../../../bin/benching/ground.ts'
import { pacedPage } from '../../../../bin/benching/paced_load.ts'
import { addStaff } from '../../../../bin/benching/staff.ts'
import { inUnit, settle, visitorOf, withWeb } from '../../../../bin/benching/visits.ts'
import type { BusyPage } from '../busy_pages.ts'

const AGENCIES = 20
const ROWS = { contacts: 100_000, leads: 100_000, listings: 21_612 }
const PACE = { perSecond: 20, seconds: 5, bar: 100 }

export default {
  name: 'busy_agency',
  title: `${PACE.perSecond} requests/s in one of ${AGENCIES} agencies, with 100,000 contacts, 100,000 leads and 21,612 listings`,

  async run(ground: Ground): Promise<Figure[]> {
    const [agency] = await ground.agencies(AGENCIES)
    const agent = await addStaff(agency)
    await fill(agency)
    await settle(ground)
    return withWeb(ground, 1, ([{ port }]) => measured(port, { agency, agent }))
  },
} satisfies Scenario

/** The agency as its principal sees it, and as an agent who reaches their own records. */
interface People {
  agency: AddedAgency
  agent: AddedAgency
}

async function measured(port: number, people: People): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const page of await pagesOf(people.agency))
    for (const [who, headers] of await visitorsOf(page, people)) {
      const seen = { ...page, what: page.what + who, headers }
      figures.push(...(await pacedPage(port, seen, PACE)))
    }
  return figures
}

async function visitorsOf({ as }: BusyPage, { agency, agent }: People) {
  const { host } = agency
  if (as === 'visitor') return [['', { host }]] as const
  if (as === 'program')
    return [['', { host, authorization: `Bearer ${await keyOf(agency)}` }]] as const
  return [
    ['', { ...(await visitorOf(agency)) }],
    [', own', { ...(await visitorOf(agent)) }],
  ] as const
}

async function fill({ id }: AddedAgency): Promise<void> {
  const { fillAgency } = await import('../busy_agency.ts')
  const { default: drive } = await import('@adonisjs/drive/services/main')
  await fillAgency(id, ROWS)
  await drive.use().deleteAll(`tenants/${id}/listings`)
}

async function pagesOf(agency: AddedAgency): Promise<BusyPage[]> {
  const { busyPages } = await import('../busy_pages.ts')
  return inUnit(agency, busyPages)
}

/** One for each page: a key may ask a thousand times an hour. */
async function keyOf(agency: AddedAgency): Promise<string> {
  const { issueKey } = await import('#app/api')
  const { Member, staffEntry } = await import('#app/members')
  const { unit } = await import('#kernel/tenancy/tenancy')
  const { text } = await inUnit(agency, async () => {
    const { identityId } = await Member.findByOrFail('role', 'principal')
    const { actor } = (await staffEntry(unit().tenant, identityId))!
    const draft = { name: 'Bench', permissions: [...actor.permissions.keys()], expiresAt: null }
    return issueKey(actor, draft)
  })
  return text
}
