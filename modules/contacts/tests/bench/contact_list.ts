import type { Figure, Scenario } from '../../../../bin/benching/figures.ts'
import type { Ground } from '../../../../bin/benching/ground.ts'
import { pageRate } from '../../../../bin/benching/page_rate.ts'

const CONTACTS = 5_000
const SHOWN = 25

export default {
  name: 'contact_list',
  title: `The contact list: ${SHOWN} of ${CONTACTS.toLocaleString('en')} in each of 20 agencies, signed in`,

  run(ground: Ground): Promise<Figure[]> {
    return pageRate(ground, {
      path: '/app/contacts',
      prepare: fill,
      isRight: (html) => countOf(html, /contacts\/[0-9a-f-]{36}"/g) >= SHOWN,
    })
  },
} satisfies Scenario

async function fill(): Promise<void> {
  const { unitSql } = await import('#kernel/tenancy/sql')
  const { rows } = await unitSql<{ known: number }>('select count(*) as known from contacts')
  if (rows[0].known >= CONTACTS) return
  await unitSql(
    `insert into contacts (name, first_name, last_name, kinds, tag_names, source, city, owner_id, primary_phone,
                           primary_email, last_touched_at, next_action_on, created_at)
     select format('%s %s', first, last), first, last, array['buyer'], array['warm'], 'referral', 'Seattle',
            (select id from members limit 1), '+1206555' || lpad((n % 10000)::text, 4, '0'),
            lower(first || '.' || last || n || '@mail.example'), now() - n * interval '1 hour',
            case when n % 7 = 0 then current_date + (n % 60) end, now() - n * interval '1 minute'
       from generate_series(1, ?::int) as n,
            lateral (select (array['Ann','Ben','Cleo','Dan','Eve','Finn','Gita'])[n % 7 + 1] as first,
                            (array['Abara','Berg','Chen','Diaz','Egede'])[n % 5 + 1] || n as last) as person`,
    [CONTACTS]
  )
}

function countOf(text: string, pattern: RegExp): number {
  return new Set(text.match(pattern)).size
}
