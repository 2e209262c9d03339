import type { StaffRole } from '#app/members'
import { unitSql } from '#kernel/tenancy/sql'
import { CreateLead } from '../actions/create_lead.ts'
import type { LeadDraft } from '../lead_draft.ts'
import Lead from '../models/lead.ts'
import LeadRule from '../models/lead_rule.ts'
import type { Conditions } from '../routing/conditions.ts'
import type { Target } from '../routing/targets.ts'
import { LeadsWorkspace } from './workspace.ts'

/** An agency that has rules for new leads. */
export class RoutingWorkspace extends LeadsWorkspace {
  /** A rule behind all others; a member's id stands for that one person. */
  async givenRule(name: string, conditions: Conditions, to: string | Target): Promise<LeadRule> {
    const target = typeof to === 'string' ? targetOf(to) : to
    return this.agency.inUnit(async () => {
      const [{ count }] = await LeadRule.query().count('* as count').pojo<{ count: number }>()
      return LeadRule.create({ name, conditions, target, position: Number(count) + 1 })
    })
  }

  /** Offers every new lead to these, for half an hour. */
  async givenClaimRule(
    roles: StaffRole[],
    more: { fallback?: StaffRole[]; hidden?: boolean } = {}
  ) {
    const groups = [{ memberIds: await this.membersOf(...roles), minutes: 30 }]
    if (more.fallback)
      groups.push({ memberIds: await this.membersOf(...more.fallback), minutes: 15 })
    const hidden = more.hidden ?? false
    return this.givenRule('First come', {}, { kind: 'first_to_claim', groups, hidden })
  }

  /** So many leads that come in by themselves, in one unit. */
  async givenNewLeads(count: number, draft: Partial<LeadDraft> = {}): Promise<Lead[]> {
    return this.agency.inUnit(async () => {
      const leads: Lead[] = []
      for (let n = 1; n <= count; n++) {
        const created = await new CreateLead().handle({ name: `Caller ${n}`, ...draft })
        if (!created.ok) throw new Error(created.reason)
        leads.push(await Lead.findOrFail(created.value.id))
      }
      return leads
    })
  }

  async membersOf(...roles: StaffRole[]): Promise<string[]> {
    const ids: string[] = []
    for (const role of roles) ids.push(await this.agency.memberId(role))
    return ids
  }

  /** How many leads each has, by name. */
  async ownersOfAll(): Promise<Record<string, number>> {
    const { rows } = await this.agency.inUnit(() =>
      unitSql<{ name: string; count: number }>(
        `select members.name, count(*)::integer as count from leads join members on members.id = owner_id group by 1`
      )
    )
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  }

  /** The time to claim is over. */
  async givenLapse(): Promise<void> {
    await this.agency.inUnit(() =>
      unitSql(`update lead_claims set expires_at = now() - interval '1 minute'`)
    )
  }

  async rules(): Promise<LeadRule[]> {
    return this.agency.inUnit(async () => LeadRule.query().orderBy('position'))
  }
}

function targetOf(to: string): Target {
  return to === 'listing_agent' ? { kind: 'listing_agent' } : { kind: 'member', memberId: to }
}
