import { unitSql } from '#kernel/tenancy/sql'

/** Whatever stood on the public site stands there no more. */
export function unpublish(): Promise<unknown> {
  return unitSql(`update listings set visibility = 'private'`)
}
