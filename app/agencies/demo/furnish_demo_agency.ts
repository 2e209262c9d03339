import { DateTime } from 'luxon'
import { Identity } from '#app/identity'
import { Member, Team } from '#app/members'
import { manifests } from '#kernel/modules/module_registry'
import { coreSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import type { DemoAgency, DemoPerson } from '../../../database/seeders/demo/demo_agency.ts'

/** People, teams and what each module's seeder adds. */
export async function furnishDemoAgency(
  tenantId: string,
  agency: DemoAgency,
  passwordHash: string
): Promise<void> {
  const identities = new Map<string, string>()
  for (const person of agency.staff)
    identities.set(person.role, await openIdentity(tenantId, person, passwordHash))

  tenantDirectory.forget(tenantId)
  const tenant = await tenantDirectory.byId(tenantId)
  if (!tenant) throw new Error(`${agency.slug} is not there`)
  await tenancy.run(tenant, async () => {
    const teams = await openTeams(agency)
    for (const person of agency.staff)
      await openMember(person, {
        identityId: identities.get(person.role)!,
        team: teams.get(person.role),
      })
  })
  for (const manifest of manifests.filter(({ name }) => tenant.modules.has(name))) {
    const seeder = await manifest.demo?.()
    if (seeder)
      await tenancy.run(tenant, () =>
        seeder.default({
          slug: agency.slug,
          market: agency.market,
          today: DateTime.now().setZone(agency.timeZone).toISODate()!,
        })
      )
  }
}

async function openIdentity(
  tenantId: string,
  { name, email }: DemoPerson,
  passwordHash: string
): Promise<string> {
  const known = await Identity.findBy('email', email)
  const identity =
    known ?? (await Identity.create({ name, email, passwordHash, emailVerifiedAt: DateTime.utc() }))
  await identity.merge({ emailVerifiedAt: DateTime.utc() }).save()
  await coreSql(
    'insert into memberships (tenant_id, identity_id) values (?, ?) on conflict do nothing',
    [tenantId, identity.id]
  )
  return identity.id
}

interface Place {
  teamId: string
  overlay: 'owner' | 'admin' | 'member'
}

async function openTeams(agency: DemoAgency): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  for (const { name, members } of agency.teams) {
    const team = await Team.create({ name, city: agency.city })
    for (const { role, overlay } of members) places.set(role, { teamId: team.id, overlay })
  }
  return places
}

async function openMember(
  person: DemoPerson,
  { identityId, team }: { identityId: string; team?: Place }
): Promise<void> {
  await Member.updateOrCreate(
    { identityId },
    {
      name: person.name,
      email: person.email,
      phone: person.mobile,
      role: person.role,
      city: person.city,
      teamId: team?.teamId ?? null,
      teamRole: team?.overlay ?? null,
    }
  )
}
