import { randomUUID } from 'node:crypto'
import { type AddedAgency, openSession } from './agencies.ts'

const TEAMS = ['North', 'South', 'East', 'Lettings']

/** Of each role so many, spread over the teams. */
const ROLES = { sales_director: 2, senior_agent: 14, junior_agent: 8, marketing: 2 }

/** Gives an agency the staff of a big one; answers as a senior agent of it, signed in. */
export async function addStaff(agency: AddedAgency): Promise<AddedAgency> {
  const { ownerPool } = await import('#kernel/fleet/owner')
  const { schemaName } = await import('#kernel/tenancy/names')
  const people = Object.entries(ROLES).flatMap(([role, count]) => Array<string>(count).fill(role))
  await ownerPool().query(
    `with team as (
       insert into "${schemaName(agency.id)}".teams (name) select unnest($1::text[]) returning id, name
     ) insert into "${schemaName(agency.id)}".members (identity_id, name, email, role, team_id)
       select gen_random_uuid(), 'Colleague ' || n, 'colleague' || n || '@bench.example', role, team.id
         from unnest($2::text[]) with ordinality as person (role, n) join team on team.name = ($1::text[])[1 + n % 4]`,
    [TEAMS, people]
  )
  const identityId = await identityOf(agency, 'senior_agent')
  return { ...agency, session: await openSession(agency.id, identityId) }
}

/** The first member of a role as a person who can sign in. */
async function identityOf(agency: AddedAgency, role: string): Promise<string> {
  const { ownerPool } = await import('#kernel/fleet/owner')
  const { schemaName } = await import('#kernel/tenancy/names')
  const { rows } = await ownerPool().query<{ id: string }>(
    `with person as (
       select identity_id, name from "${schemaName(agency.id)}".members where role = $1 order by id limit 1
     ), identity as (
       insert into core.identities (id, email, name, email_verified_at)
       select identity_id, $2, name, now() from person returning id
     ) insert into core.memberships (tenant_id, identity_id) select $3, id from identity returning identity_id as id`,
    [role, `${randomUUID()}@bench.example`, agency.id]
  )
  return rows[0].id
}
