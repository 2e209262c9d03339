import { SignUpAgency } from '#app/agencies'
import { deleteAgency } from '#kernel/fleet/deletion'
import { coreSql } from '#kernel/tenancy/sql'
import { PASSWORD } from './agency.ts'

export interface PassingAgency {
  tenantId: string
  identityId: string
  host: string
}

/** Opens an agency for one test; `closePassingAgencies` takes it away again. */
export async function openPassingAgency(
  slug: string,
  email: string,
  password = PASSWORD
): Promise<PassingAgency> {
  const result = await new SignUpAgency().handle({
    agency: `Agency ${slug}`,
    slug,
    market: 'IN',
    name: `Founder of ${slug}`,
    email,
    password,
  })
  if (!result.ok) throw new Error(`${slug}: ${result.reason}`)
  return result.value
}

/** Deletes every agency but the two that the tests keep, and the identities that only they knew. */
export async function closePassingAgencies(): Promise<void> {
  const { rows } = await coreSql<{ id: string }>(
    `select id from tenants where slug not in ('north', 'south')`
  )
  for (const { id } of rows) await deleteAgency(id)
  await coreSql(
    `delete from identities where operator_role is null
        and not exists (select 1 from memberships where identity_id = identities.id)
        and not exists (select 1 from tenants where founder_id = identities.id)`
  )
}
