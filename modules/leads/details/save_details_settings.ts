import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type { LeadSettings } from '../queries/lead_settings.ts'

type Chosen = Pick<LeadSettings, 'detailsHidden' | 'revealsADay' | 'revealPause' | 'version'>

/** Whether phone and e-mail of others' leads are hidden, and how often one may have them shown. */
export async function saveDetailsSettings(chosen: Chosen): Promise<Result<null, 'stale'>> {
  const { version, ...facts } = chosen
  const { rows } = await unitSql(
    `insert into lead_settings as known (id, details_hidden, reveals_a_day, reveal_pause, version) values (1, ?, ?, ?, 2)
     on conflict (id) do update set details_hidden = excluded.details_hidden, reveals_a_day = excluded.reveals_a_day,
            reveal_pause = excluded.reveal_pause, version = known.version + 1, updated_at = now()
      where known.version = ? returning id`,
    [facts.detailsHidden, facts.revealsADay, facts.revealPause, version]
  )
  if (rows.length === 0) return refused('stale')
  unit().audit({
    action: 'leads.details_settings_changed',
    subjectType: 'agency',
    subjectId: unit().tenant.id,
    facts,
  })
  return done(null)
}
