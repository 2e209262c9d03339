import { coreSql } from '#kernel/tenancy/sql'

const AT_A_TIME = 5_000

/** Table of schema `core` to the condition under which a row has had its time. */
const spent: [table: string, condition: string][] = [
  ['sessions', 'expires_at < now()'],
  ['one_time_tokens', `expires_at < now() - interval '1 day'`],
  ['rate_limits', 'expire < extract(epoch from now()) * 1000'],
  ['caught_letters', `created_at < now() - interval '30 days'`],
  ['fleet_tasks', `status <> 'waiting' and updated_at < now() - interval '30 days'`],
  ['job_runs', `started_at < now() - interval '30 days'`],
]

/** Takes out what nobody needs any more, a few thousand rows at a time. */
export default class Purge {
  async handle(): Promise<void> {
    for (const [table, condition] of spent) await empty(table, condition)
  }
}

async function empty(table: string, condition: string): Promise<void> {
  const sql = `delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ?))`
  let gone = AT_A_TIME
  while (gone === AT_A_TIME) gone = (await coreSql(sql, [AT_A_TIME])).rowCount
}
