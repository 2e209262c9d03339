import { noteChange } from '#app/records'
import { daysAfter, startOfDay, today } from '#kernel/markets/time'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import Lead from '../models/lead.ts'
import { leadSettings } from '../queries/lead_settings.ts'
import { isHiddenFrom } from './seeing.ts'

/** Shows phone and e-mail of a lead to whoever asks, as often as the agency allows; all of it is written down. */
export class RevealDetails {
  async handle(lead: Lead): Promise<Result<null, 'too_many' | 'too_soon'>> {
    const actor = currentActor()
    // Many requests of one person at once wait for each other: together they have one limit.
    await unitSql('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `leads.reveal ${unit().tenant.id} ${actor.id}`,
    ])
    if (!(await isHiddenFrom(actor, lead))) return done(null)
    const { revealsADay, revealPause } = await leadSettings()
    const { count, seconds } = await revealsToday(actor.id)
    if (count >= revealsADay)
      return refused('too_many', { most: revealsADay, seconds: untilTomorrow() })
    if (seconds !== null && seconds < revealPause)
      return refused('too_soon', { seconds: Math.ceil(revealPause - seconds) })

    await unitSql('insert into lead_reveals (lead_id, member_id) values (?, ?)', [
      lead.id,
      actor.id,
    ])
    await settle(lead)
    return done(null)
  }
}

/** How many since the agency's midnight, and how long ago the last one was. */
async function revealsToday(memberId: string | null) {
  const { timeZone } = unit().tenant
  const midnight = startOfDay(today(timeZone), timeZone).toISO()
  const { rows } = await unitSql<{ count: number; seconds: number | null }>(
    `select count(*) filter (where created_at >= ?)::integer as count,
            extract(epoch from clock_timestamp() - max(created_at))::float8 as seconds
       from lead_reveals
      where member_id = ? and created_at >= least(?::timestamptz, now() - interval '1 hour')`,
    [midnight, memberId, midnight]
  )
  return rows[0]
}

/** Seconds until the agency's next midnight. */
function untilTomorrow(): number {
  const { timeZone } = unit().tenant
  const midnight = startOfDay(daysAfter(today(timeZone), 1), timeZone)
  return Math.max(1, Math.ceil(midnight.diffNow().as('seconds')))
}

async function settle(lead: Lead): Promise<void> {
  const change = { field: 'leads.fields.contact_details', from: null, to: 'revealed' }
  await noteChange(Lead.subjectType, [lead.id], [{ ...change, words: 'leads.details.states' }])
  unit().audit({
    action: 'leads.details_revealed',
    subjectType: Lead.subjectType,
    subjectId: lead.id,
    facts: {},
  })
}
