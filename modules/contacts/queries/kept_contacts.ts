import { unitSql } from '#kernel/tenancy/sql'

export interface KeptContact {
  id: string
  name: string
}

/** Contacts that the undoing of an import left, at least in part, as somebody had changed them since. */
export async function keptContacts(importId: string): Promise<KeptContact[]> {
  const { rows } = await unitSql<KeptContact>(
    `select c.id, c.name from contacts c
      where c.deleted_at is null
        and c.id in (select contact_id from contact_import_rows where import_id = ? and undone = 'kept')
      order by lower(c.name), c.id limit 500`,
    [importId]
  )
  return rows
}
