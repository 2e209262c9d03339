import { done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import LeadRule from '../models/lead_rule.ts'
import { activeStaff } from '../routing/desk.ts'
import { type RuleDraft, conditionsOf, targetOf } from '../routing/rule_draft.ts'

/** Writes a rule down: a new one behind all others, a known one where it stands. */
export async function saveRule(rule: LeadRule | null, draft: RuleDraft, seen: number) {
  const target = targetOf(draft, await activeStaff())
  if (!target.ok) return target
  const facts = { name: draft.name, conditions: conditionsOf(draft), target: target.value }
  if (!rule) {
    const created = await LeadRule.create({ ...facts, position: await nextPosition() })
    return audited('leads.rule_added', created)
  }
  rule.merge(facts)
  return (await rule.saveSeen(seen)) ? audited('leads.rule_changed', rule) : refused('stale')
}

export async function removeRule(rule: LeadRule): Promise<void> {
  await rule.delete()
  await unitSql('update lead_rules set position = position - 1 where position > ?', [rule.position])
  audited('leads.rule_removed', rule)
}

/** Puts a rule at another place; those between move up. Places are checked when the unit ends. */
export async function moveRule(rule: LeadRule, to: number, seen: number) {
  const place = Math.max(1, Math.min(to, (await nextPosition()) - 1))
  const { rowCount } = await unitSql(
    `update lead_rules set version = version + 1 where id = ? and version = ?::numeric`,
    [rule.id, seen]
  )
  if (rowCount === 0) return refused('stale')
  await unitSql(
    `update lead_rules set position = case
        when id = ?::uuid then ?::integer
        when position between ?::integer and ?::integer then position + ?::integer
        else position end`,
    [rule.id, place, ...between(rule.position, place)]
  )
  return audited('leads.rules_reordered', rule)
}

/** Which places move, and in which direction. */
function between(from: number, to: number): [number, number, number] {
  return from < to ? [from + 1, to, -1] : [to, from - 1, 1]
}

async function nextPosition(): Promise<number> {
  const { rows } = await unitSql<{ next: number }>(
    'select coalesce(max(position), 0) + 1 as next from lead_rules'
  )
  return rows[0].next
}

function audited(action: string, rule: LeadRule) {
  const { id: subjectId, name } = rule
  unit().audit({ action, subjectType: 'lead_rule', subjectId, facts: { name } })
  return done(rule)
}
