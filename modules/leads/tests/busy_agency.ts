import { default as seedListings } from '../../listings/demo/seed.ts'
import { manyContacts } from '../../contacts/tests/many_contacts.ts'
import { today } from '#kernel/markets/time'
import { reindex } from '#kernel/search/reindexing'
import { tenancy } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { manyLeads } from './many_leads.ts'

export interface Rows {
  contacts: number
  leads: number
  listings: number
}

const PATIENCE = { statementTimeout: 300_000 }

/** Fills an agency that has staff, and makes everything in it findable. */
export async function fillAgency(id: string, { contacts, leads, listings }: Rows): Promise<void> {
  const tenant = (await tenantDirectory.byId(id))!
  const inUnit = (work: () => Promise<void>) => tenancy.run(tenant, work, PATIENCE)
  const place = { slug: tenant.slug, market: tenant.market, today: today(tenant.timeZone) }
  await inUnit(() => manyContacts(contacts))
  await inUnit(() => seedListings(place, listings))
  await inUnit(() => manyLeads(leads))
  await reindex(tenant)
}
