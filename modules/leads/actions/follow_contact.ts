import { unitSql } from '#kernel/tenancy/sql'

/** Leads of a contact that was taken into another are the other's; each remembers because of what. */
export async function followMergedContact(
  mergedId: string,
  survivorId: string,
  mergeId: string
): Promise<void> {
  await unitSql(
    `update leads set contact_id = ?, updated_at = now(),
            provenance = provenance || jsonb_build_object('contact_merge', ?::text)
      where contact_id = ?`,
    [survivorId, mergeId, mergedId]
  )
}

export async function followPartedContact(
  mergedId: string,
  survivorId: string,
  mergeId: string
): Promise<void> {
  await unitSql(
    `update leads set contact_id = ?, updated_at = now(), provenance = provenance - 'contact_merge'
      where contact_id = ? and provenance ->> 'contact_merge' = ?`,
    [mergedId, survivorId, mergeId]
  )
}
