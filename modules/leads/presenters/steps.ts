import type { HttpContext } from '@adonisjs/core/http'
import { type LeadStatus, leadSteps } from '../lead_words.ts'

export const statusTones: Record<LeadStatus, string | undefined> = {
  new: 'info',
  contacted: 'brand',
  qualified: 'warning',
  negotiation: 'warning',
  converted: 'success',
  lost: undefined,
}

/** The status with the steps that need no words, for choosing where it stands. */
function statusChoices({ i18n }: HttpContext, status: LeadStatus) {
  const next = status === 'lost' ? [] : leadSteps[status].filter((step) => step !== 'lost')
  return [status, ...next].map((value) => ({
    value,
    text: i18n.t(`leads.statuses.${value}`),
    tone: statusTones[value],
  }))
}

interface Stepping {
  id: string
  status: LeadStatus
  version: number
  ownerId: string | null
  teamId: string | null
}

/** A status where it stands in a list: to be changed by whom the lead is within reach. */
export function statusCell(ctx: HttpContext, lead: Stepping) {
  const options = statusChoices(ctx, lead.status)
  return {
    id: lead.id,
    version: lead.version,
    value: lead.status,
    options,
    mayStep: options.length > 1 && ctx.staff.actor.reaches('leads.update', lead),
  }
}

/** The sentence of a refused step, with the steps that are allowed in words. */
export function illegalStep({ i18n }: HttpContext, status: LeadStatus) {
  const allowed = leadSteps[status].map((step) => i18n.t(`leads.statuses.${step}`))
  return {
    status: 409,
    key: allowed.length > 0 ? 'leads.refused.illegal_step' : 'leads.refused.no_more_steps',
    facts: {
      from: i18n.t(`leads.statuses.${status}`),
      steps: allowed.join(', '),
      allowed: [...leadSteps[status]],
    },
  }
}
