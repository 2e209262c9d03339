import pg from 'pg'
import { schemaName } from '#kernel/tenancy/names'
import type { ExportedPerson } from './export_format.ts'

/**
 * Who the export's people are here: the person who proved the same e-mail, the one of an earlier
 * import, or somebody new, who chooses a password by e-mail. Old id to new one.
 */
export async function admitPeople(
  client: pg.ClientBase,
  people: ExportedPerson[]
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const person of people)
    ids.set(person.id, (await knownId(client, person)) ?? (await create(client, person)))
  return ids
}

async function knownId(client: pg.ClientBase, person: ExportedPerson): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select id from core.identities
      where email = $1 and status <> 'deleted' and (id = $2 or (email_verified_at is not null and $3))
      order by email_verified_at nulls last limit 1`,
    [person.email, person.id, person.verified]
  )
  return rows[0]?.id ?? null
}

/** Under the same id where nobody has it yet, so that a move changes nothing. */
async function create(client: pg.ClientBase, person: ExportedPerson): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into core.identities (id, email, name)
     values (case when exists (select from core.identities where id = $1) then uuidv7() else $1 end, $2, $3)
     returning id`,
    [person.id, person.email, person.name]
  )
  return rows[0].id
}

/** By convention a column called `identity_id` holds the id of a person of schema core. */
export async function renamePeople(
  client: pg.ClientBase,
  tenantId: string,
  ids: Map<string, string>
): Promise<void> {
  const moved = [...ids].filter(([before, after]) => before !== after)
  if (moved.length === 0) return
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = $1 and column_name = 'identity_id'`,
    [schemaName(tenantId)]
  )
  for (const { name } of tables) {
    await client.query(
      `update ${pg.escapeIdentifier(schemaName(tenantId))}.${pg.escapeIdentifier(name)} as row
          set identity_id = moved.after from unnest($1::uuid[], $2::uuid[]) as moved(before, after)
        where row.identity_id = moved.before`,
      [moved.map(([before]) => before), moved.map(([, after]) => after)]
    )
  }
}
