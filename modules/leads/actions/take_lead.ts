import { unit } from '#kernel/tenancy/tenancy'
import { unitSql } from '#kernel/tenancy/sql'
import type { Captured, Origin } from '../capture/captured.ts'
import { checkedDraft } from '../capture/checked_draft.ts'
import type LeadConnection from '../models/lead_connection.ts'
import type { IntakeState } from '../models/lead_intake.ts'
import { CreateLead } from './create_lead.ts'

/** Notes that something came in; null where it did before, however often it is sent. */
export async function noteIntake(
  { id }: LeadConnection,
  externalId: string,
  state: IntakeState
): Promise<string | null> {
  const { rows } = await unitSql<{ id: string }>(
    `insert into lead_intakes (connection_id, external_id, state) values (?, ?, ?)
     on conflict on constraint lead_intakes_once_key do nothing returning id`,
    [id, externalId, state]
  )
  return rows[0]?.id ?? null
}

/** What is known of an intake now. */
export async function settleIntake(
  id: string,
  state: IntakeState,
  { leadId = null, problem = null }: { leadId?: string | null; problem?: string | null } = {}
): Promise<void> {
  await unitSql(
    'update lead_intakes set state = ?, lead_id = ?, problem = ?, updated_at = now() where id = ?',
    [state, leadId, problem, id]
  )
}

/** Makes a lead of what came in. */
export async function takeLead(intakeId: string, captured: Captured, origin: Origin) {
  const draft = checkedDraft(captured, origin, unit().tenant)
  const result = await new CreateLead().handle(draft)
  if (!result.ok) throw new Error(result.reason)
  await settleIntake(intakeId, 'taken', { leadId: result.value.id })
}
