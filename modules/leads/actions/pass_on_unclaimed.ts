import { unitSql } from '#kernel/tenancy/sql'
import Lead from '../models/lead.ts'
import LeadClaim from '../models/lead_claim.ts'
import { offerOf } from '../routing/decide.ts'
import { activeStaff } from '../routing/desk.ts'
import { factsOfLead } from '../routing/facts.ts'
import { addToTrace, openClaim, routeLead } from './route_lead.ts'

const MOST = 200

/** Gives leads that nobody claimed in time to the next group, or to the rules behind. */
export async function passOnUnclaimed(): Promise<number> {
  const ids = await lapsedClaims()
  for (const id of ids) await passOn(await LeadClaim.findOrFail(id))
  return ids.length
}

/** Leads are locked first, as claims do; one that is being claimed right now is left alone. */
async function lapsedClaims(): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select lead_claims.id from leads join lead_claims on lead_claims.lead_id = leads.id
      where lead_claims.closed_at is null and lead_claims.expires_at <= now()
      order by lead_claims.expires_at limit ? for update skip locked`,
    [MOST]
  )
  return rows.map(({ id }) => id)
}

async function passOn(claim: LeadClaim): Promise<void> {
  await unitSql('update lead_claims set closed_at = now(), updated_at = now() where id = ?', [
    claim.id,
  ])
  const lead = await Lead.find(claim.leadId)
  // Somebody gave it away by hand, or deleted it: nothing is left to be passed on.
  if (!lead || lead.ownerId || !lead.isOpen) return
  await addToTrace(lead.id, [lapsed(claim)])
  const offer = await nextOffer(claim)
  if (offer) await openClaim(lead.id, offer)
  else await routeLead(lead, await factsOfLead(lead), claim.rulePosition)
}

async function nextOffer({ ruleName, rulePosition, fallback, hidden }: LeadClaim) {
  const target = { kind: 'first_to_claim' as const, groups: fallback, hidden }
  const rule = { name: ruleName, position: rulePosition, target }
  return offerOf(rule, fallback, await activeStaff())
}

function lapsed({ ruleName, rulePosition }: LeadClaim) {
  const said = { at: new Date().toISOString(), rule: rulePosition, name: ruleName }
  return { ...said, because: [], outcome: 'lapsed' as const, to: [] }
}
