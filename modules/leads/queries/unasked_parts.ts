import type { Address } from '#kernel/markets/market_pack'
import { unitSql } from '#kernel/tenancy/sql'

/** A part of a lead of which nobody was asked as it is now. */
export interface UnaskedPart {
  leadId: string
  part: 'phone' | 'address'
  /** The part itself, as `lead_lookups` keeps it. */
  asked: string
  phone: string
  address: Address
}

export async function unaskedParts(
  leadIds: string[],
  parts: UnaskedPart['part'][]
): Promise<UnaskedPart[]> {
  const { rows } = await unitSql<UnaskedPart>(
    `select leads.id as "leadId", part, asked, leads.phone, leads.address
       from leads cross join lateral (values ('phone', leads.phone), ('address', nullif(leads.address::text, '{}'))) as own (part, asked)
      where leads.id = any(?::uuid[]) and deleted_at is null and part = any(?) and asked is not null
        and not exists (select from lead_lookups as known
                         where known.lead_id = leads.id and known.part = own.part and known.asked = own.asked)
      order by leads.id, part`,
    [leadIds, parts]
  )
  return rows
}
