import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import LeadInterest from '../models/lead_interest.ts'
import { type LeadRow, leadList, listRequest } from '../queries/lead_list.ts'
import { sourceText } from './list_columns.ts'
import { statusTones } from './steps.ts'

/** The newest leads of one contact and what they are interested in, for the side of its page. */
export async function contactLeadsView(ctx: HttpContext) {
  const lines = await linesFor(ctx, 'contact')
  const interests = await LeadInterest.query()
    .whereIn(
      'leadId',
      lines.map(({ id }) => id)
    )
    .whereNotNull('unit')
    .orderBy('id')
  const byLead = Map.groupBy(interests, ({ leadId }) => leadId)
  return lines.map((line) => ({
    ...line,
    interests: (byLead.get(line.id) ?? []).map(({ unit }) => unit).join(', '),
  }))
}

/** Those of which one listing was made: one, unless leads were merged and parted. */
export function originsView(ctx: HttpContext) {
  return linesFor(ctx, 'offering')
}

async function linesFor(ctx: HttpContext, name: 'contact' | 'offering') {
  const { [name]: id } = ctx.request.qs()
  const request = listRequest({ [name]: String(id ?? '') }, ctx.staff.actor)
  const isNamed = request.filters[name] !== undefined
  const { rows } = isNamed ? await leadList(ctx.staff.actor, request) : { rows: [] }
  return rows.map((row) => lineOf(ctx, row))
}

function lineOf(ctx: HttpContext, row: LeadRow) {
  const { i18n } = ctx
  const at = momentOf(DateTime.fromJSDate(row.created_at), ctx.tenant as TenantSnapshot)
  return {
    id: row.id,
    href: `/app/leads/${row.id}`,
    name: row.name,
    title: row.intent ? i18n.t(`leads.intents.${row.intent}`) : row.name,
    status: { text: i18n.t(`leads.statuses.${row.status}`), tone: statusTones[row.status] },
    detail: [sourceText(ctx, row.source), row.owner_name, at.said].filter(Boolean).join(' · '),
  }
}
