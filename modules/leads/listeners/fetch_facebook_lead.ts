import type { LongListener, LongRun } from '#kernel/events/listener'
import { settleIntake, takeLead } from '../actions/take_lead.ts'
import { capturedFromGraph } from '../capture/facebook.ts'
import { graph } from '../capture/graph.ts'
import { secretsOf } from '../capture/secrets.ts'
import LeadConnection from '../models/lead_connection.ts'
import LeadIntake from '../models/lead_intake.ts'

/** Asks Facebook for the lead of which it told; no unit is open while it thinks. */
export const fetchFacebookLead: LongListener = {
  kind: 'job',
  event: 'leads.notice_received',
  name: 'leads.fetch_facebook_lead',
  async handle({ payload }, run) {
    const intakeId = payload.intakeId as string
    const waiting = await run.inUnit(() => waitingFor(intakeId))
    if (!waiting) return
    const answer = await graph.fetch(waiting.externalId, waiting.secrets)
    if (!answer.ok) return giveUp(run, intakeId, answer)
    const { captured, origin } = capturedFromGraph(answer.lead)
    await run.inUnit(async () => {
      if (await waitingFor(intakeId)) await takeLead(intakeId, captured, origin)
    })
  },
}

/** What an intake needs; null where it was taken already, by an earlier try. */
async function waitingFor(intakeId: string) {
  const intake = await LeadIntake.query().where('id', intakeId).forUpdate().first()
  if (!intake || intake.state === 'taken') return null
  const connection = await LeadConnection.findOrFail(intake.connectionId)
  return { externalId: intake.externalId, secrets: secretsOf(connection) }
}

/** Says on the page of sources what is wrong; thrown, it is tried again later. */
async function giveUp(
  run: LongRun,
  intakeId: string,
  { problem, isFinal }: { problem: string; isFinal: boolean }
): Promise<void> {
  await run.inUnit(() => settleIntake(intakeId, 'failed', { problem }))
  if (!isFinal) throw new Error(`Facebook did not tell of a lead: ${problem}`)
}
