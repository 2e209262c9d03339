import { moveWithIdentity } from '#app/identity'
import { coreSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { keyChanged } from './key_directory.ts'

/** The keys of a person go along when two identities turn out to be one. */
moveWithIdentity(async (from, to) => {
  const { rows } = await coreSql<{ prefix: string }>(
    `update api_keys set identity_id = ?, updated_at = now()
      where identity_id = ? and tenant_id = ? returning prefix`,
    [to, from, unit().tenant.id]
  )
  for (const { prefix } of rows) await keyChanged(prefix)
})
