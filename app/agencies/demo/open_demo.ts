import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import { Identity, hashPassword } from '#app/identity'
import config from '#config/tenancy'
import env from '#start/env'
import { announce } from '#kernel/tenancy/sql'
import { workOnce } from '#kernel/fleet/fleet_worker'
import { DEMO_PASSWORD, type DemoAgency } from '../../../database/seeders/demo/demo_agency.ts'
import { demoAgencies } from '../../../database/seeders/demo/agencies.ts'
import { demoOperators } from '../../../database/seeders/demo/operators.ts'
import { SignUpAgency, hostOf } from '../actions/sign_up_agency.ts'
import Tenant from '../models/tenant.ts'
import { plansOnSale } from '../queries/plans.ts'
import { furnishDemoAgency } from './furnish_demo_agency.ts'

interface DemoAnswer {
  addresses: { label: string; url: string }[]
  signIns: { label: string; url: string; email: string; password: string }[]
}

/**
 * Opens the demo world where it is not open yet: three agencies with their staff, and the
 * operators. Refused in production, for its password is known to everybody.
 */
export async function openDemo(
  { fresh = false }: { fresh?: boolean },
  say: (line: string) => void
): Promise<DemoAnswer> {
  if (app.inProduction)
    throw new Error('The demo world is refused in production: everybody knows its password')
  if (fresh) await closeDemo(say)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await openOperators(passwordHash)
  for (const agency of demoAgencies) await openAgency(agency, passwordHash, say)
  return demoAnswer()
}

async function openOperators(passwordHash: string): Promise<void> {
  for (const { name, email, role } of demoOperators) {
    if (await Identity.findBy('email', email)) continue
    await Identity.create({
      name,
      email,
      passwordHash,
      operatorRole: role,
      emailVerifiedAt: DateTime.utc(),
    })
  }
}

async function openAgency(
  agency: DemoAgency,
  passwordHash: string,
  say: (line: string) => void
): Promise<void> {
  if (await Tenant.findBy('slug', agency.slug)) return
  const principal = agency.staff.find((person) => person.role === 'principal')!
  const opening = new SignUpAgency().handle({
    agency: agency.name,
    slug: agency.slug,
    market: agency.market,
    name: principal.name,
    email: principal.email,
    password: DEMO_PASSWORD,
  })
  const result = await workUntil(opening)
  if (!result.ok)
    throw new Error(`The demo agency ${agency.slug} could not be opened: ${result.reason}`)
  await choosePlan(result.value.tenantId, agency)
  await furnishDemoAgency(result.value.tenantId, agency, passwordHash)
  say(`Opened ${agency.name}`)
}

/** This process is the fleet worker for once: it does what it has just asked for. */
async function workUntil<T>(waiting: Promise<T>): Promise<T> {
  let settled = false
  const settle = waiting.finally(() => (settled = true))
  while (!settled) {
    const worked = await workOnce()
    if (!worked) await Promise.race([settle, new Promise((resolve) => setTimeout(resolve, 20))])
  }
  return settle
}

async function choosePlan(tenantId: string, agency: DemoAgency): Promise<void> {
  const plan = (await plansOnSale()).find((candidate) => candidate.key === agency.plan)!
  const tenant = await Tenant.findOrFail(tenantId)
  tenant.merge({
    planVersionId: plan.id,
    trialPlanVersionId: null,
    trialEndsAt: null,
    timeZone: agency.timeZone,
    branding: { primary: agency.brand.primary, primaryContent: agency.brand.onPrimary },
  })
  await tenant.save()
  await announce('freehold_tenants', tenantId)
}

async function closeDemo(say: (line: string) => void): Promise<void> {
  const { deleteAgency } = await import('#kernel/fleet/deletion')
  const tenants = await Tenant.query().whereIn(
    'slug',
    demoAgencies.map(({ slug }) => slug)
  )
  for (const { id, slug } of tenants) {
    await deleteAgency(id)
    say(`Closed ${slug}`)
  }
}

function demoAnswer(): DemoAnswer {
  const port = env.get('PORT')
  const address = (host: string) => `http://${host}:${port}`
  return {
    addresses: [
      { label: 'What it is, plans, sign-up', url: address(config.baseDomain) },
      { label: 'Operators', url: address(config.consoleDomain) },
      { label: 'Caught mail', url: `${address(config.consoleDomain)}/mailbox` },
    ],
    signIns: [
      ...demoAgencies.map((agency) => ({
        label: agency.name,
        url: `${address(hostOf(agency.slug))}/app`,
        email: `principal@${agency.slug}.example`,
        password: DEMO_PASSWORD,
      })),
      {
        label: 'Console',
        url: address(config.consoleDomain),
        email: demoOperators[0].email,
        password: DEMO_PASSWORD,
      },
    ],
  }
}
