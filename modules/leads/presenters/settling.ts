import type { TodayContext } from '#kernel/today/today_provider'
import type { LeadFollowUp, WaitingLead } from '../queries/waiting_leads.ts'

type Settling = { done: string; later: string } | null

/** Where a post says that what a lead waits for is done, and where one puts it off. */
export function settlingOf(ctx: TodayContext, lead: WaitingLead | LeadFollowUp): Settling {
  const { owner_id: ownerId, team_id: teamId } = lead
  if (!ctx.staff.actor.reaches('leads.update', { ownerId, teamId })) return null
  const entries = `/app/leads/${lead.id}/entries`
  if (!('entry_id' in lead)) return answering(ctx, entries)
  const entry = `${entries}/${lead.entry_id}`
  return { done: `${entry}/completion`, later: `${entry}/postponement` }
}

/** A new lead is answered by any interaction, and put off by a note that says when to answer. */
function answering({ i18n }: TodayContext, entries: string): Settling {
  const answered = { kind: 'other', details: i18n.t('leads.waiting.answered') }
  const putOff = {
    kind: 'note',
    details: i18n.t('leads.waiting.put_off'),
    nextAction: i18n.t('leads.waiting.answer'),
  }
  return {
    done: `${entries}?${new URLSearchParams(answered)}`,
    later: `${entries}?${new URLSearchParams(putOff)}`,
  }
}
