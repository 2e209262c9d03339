import { randomUUID } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import pg from 'pg'
import { asOwner } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'

/** Texts that a careless copy changes. */
const AWKWARD = [
  '',
  ' ',
  'a,b;"c"',
  "it's\n\tnew\r\nline",
  '\\.',
  '\\N',
  'NULL',
  '😀 שלום é',
  '=1+1',
]

/** `$1` are the awkward texts. */
const ROWS = [
  `insert into teams (name, city) select 'Team ' || place, city from unnest($1::text[]) with ordinality as t(city, place)`,
  `update members set team_id = (select id from teams limit 1), hidden_modules = $1::text[]`,
  `insert into timeline_entries (subject_type, subject_id, kind, happened_at, details, next_action, next_action_on, facts)
   select 'thing', uuidv7(), 'note', '2024-02-29 23:59:59.123456+05:30', text, nullif(text, ''), '0044-03-15',
          jsonb_build_object('text', text, 'number', 1.10, 'none', null) from unnest($1::text[]) as text`,
  `update timeline_entries set corrects_id = (select max(id::text)::uuid from timeline_entries) where $1::text[] is not null`,
  `insert into counters (name, value) select name, value
     from (values ('Äpfel', 9007199254740991), ('apples', 1), ('Zebra', -1)) as c(name, value) where $1::text[] is not null`,
  `insert into search_documents (subject_type, subject_id, title, body, trigrams, permission)
   select 'thing', uuidv7(), 'Title', to_tsvector('simple', 'one:two ''three'' four'), 'one', 'things.view' where $1::text[] is not null`,
]

/** Rows in the host's tables, with whatever is hard to copy, and one file with its bytes. */
export async function fillAgency(tenantId: string): Promise<void> {
  const key = `tenants/${tenantId}/records/${randomUUID()}`
  await drive.use().put(key, 'bytes of a file')
  await asOwner(async (client) => {
    await client.query(`set local search_path to ${pg.escapeIdentifier(schemaName(tenantId))}, ext`)
    for (const sql of ROWS) await client.query(sql, [AWKWARD])
    await client.query(
      `insert into files (storage_key, name, media_type, bytes, sha256) values ($1, 'a file.txt', 'text/plain', 15, 'x')`,
      [key]
    )
  })
}
