import { Member } from '#app/members'
import { placeNaming } from '#kernel/places/known_places'
import { unitSql } from '#kernel/tenancy/sql'
import { openStatuses } from '../lead_words.ts'
import { leadSettings } from '../queries/lead_settings.ts'
import type { PlaceNaming } from './conditions.ts'
import type { LastRule, Staffer } from './targets.ts'

/** Where rules ask who is there, whose turn it is, and who has how much to do. */
export interface Desk {
  staff: Staffer[]
  lastRule: LastRule
  /** Counts up with each lead that a rule gives; null for the last rule. */
  turnOf(ruleId: string | null): Promise<number>
  openLeads(memberIds: string[]): Promise<Map<string, number>>
  /** The agency's name for a place, however a lead or a rule calls it. */
  placeNamed: PlaceNaming
}

/** The desk at which new leads are given out. */
export async function openDesk(): Promise<Desk> {
  const { lastRule } = await leadSettings()
  const [staff, placeNamed] = [await activeStaff(), await placeNaming()]
  return { staff, lastRule, turnOf: takeTurn, openLeads, placeNamed }
}

/** Whoever works here, in an order that stays. */
export async function activeStaff(): Promise<Staffer[]> {
  const members = await Member.query().where('state', 'active').orderBy('id')
  return members.map(({ id, name, teamId, role }) => ({ id, name, teamId, role }))
}

/** Locks the rule until the unit ends, so that two leads at once are two turns. */
async function takeTurn(ruleId: string | null): Promise<number> {
  const { rows } = ruleId
    ? await unitSql<{ turn: number }>(
        'update lead_rules set turns = turns + 1 where id = ? returning turns - 1 as turn',
        [ruleId]
      )
    : await unitSql<{ turn: number }>(
        `insert into lead_settings (id, last_turns) values (1, 1)
         on conflict (id) do update set last_turns = lead_settings.last_turns + 1 returning last_turns - 1 as turn`
      )
  return rows[0]?.turn ?? 0
}

/** How many open leads each of them has. */
export async function openLeads(memberIds: string[]): Promise<Map<string, number>> {
  const { rows } = await unitSql<{ id: string; open: number }>(
    `select owner_id as id, count(*)::integer as open from leads
      where owner_id = any(?::uuid[]) and status = any(?::text[]) and deleted_at is null group by owner_id`,
    [memberIds, [...openStatuses]]
  )
  return new Map(rows.map(({ id, open }) => [id, open]))
}
