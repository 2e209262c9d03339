import { unitSql } from '#kernel/tenancy/sql'

/** No event is delivered again after so long a time: its marks may go. */
export default class ForgetHeardEvents {
  async handle(): Promise<void> {
    await unitSql(`delete from heard_events where created_at < now() - interval '30 days'`)
  }
}
