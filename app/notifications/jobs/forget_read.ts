import { unitSql } from '#kernel/tenancy/sql'

/** Nobody looks for what they read more than a month ago. */
export default class ForgetRead {
  async handle(): Promise<void> {
    await unitSql(`delete from notifications where read_at < now() - interval '30 days'`)
  }
}
