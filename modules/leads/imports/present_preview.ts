import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { saidProblem } from '#app/imports'
import { type CustomField, type CustomValues, customFacts, momentOf } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { writtenPhone } from '#kernel/markets/written_phones'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { LeadField } from '../importing/lead_fields.ts'
import type { ListedLead, ReadRow } from '../importing/read_row.ts'

export const PREVIEW_COLUMNS = ['lead', 'reach', 'wants', 'place', 'origin'] as const

type PreviewColumn = (typeof PREVIEW_COLUMNS)[number]

const HOMES: Partial<Record<PreviewColumn, readonly LeadField[]>> = {
  reach: ['phone', 'email'],
  wants: ['intent', 'message', 'budget', 'budget_min', 'budget_max', 'asking_price'],
  place: ['wanted', 'address_line', 'unit', 'city', 'state', 'postcode'],
  origin: ['source', 'created_at', 'agent_email', 'utm_campaign', 'first_page', 'referrer'],
}

/** The first rows as leads, each cell with what is wrong with it. */
export function previewOf(ctx: HttpContext, rows: ReadRow[], fields: CustomField[]) {
  return rows.map(({ row, lead, problems }) => ({
    line: row.line,
    isRefused: lead === null,
    cells: PREVIEW_COLUMNS.map((key) => ({
      key,
      lines: lead ? linesOf(ctx, lead, fields)[key].filter(Boolean) : [],
      problems: problems
        .filter(({ field }) => homeOf(field) === key)
        .map((problem) => saidProblem(ctx, problem)),
    })),
  }))
}

/** What is nobody's own stands with the name, where the row begins. */
function homeOf(field: LeadField | null): PreviewColumn {
  if (field?.startsWith('custom:')) return 'wants'
  const home = PREVIEW_COLUMNS.find((column) => field && HOMES[column]?.includes(field))
  return home ?? 'lead'
}

type Line = string | null | undefined

function linesOf(
  ctx: HttpContext,
  lead: ListedLead,
  fields: CustomField[]
): Record<PreviewColumn, Line[]> {
  const { draft } = lead
  const market = marketPack(ctx.tenant!.market)
  return {
    lead: [draft.name, (draft.tags ?? []).join(', '), ...standingLines(ctx, lead)],
    reach: [draft.phone && writtenPhone(draft.phone, market.region), draft.email],
    wants: [...wantedLines(ctx, lead), ...customLines(ctx, lead, fields)],
    place: [(draft.localities ?? []).join(', '), ...addressLines(draft.address ?? {}, market)],
    origin: originLines(ctx, lead),
  }
}

function standingLines({ i18n }: HttpContext, { standing }: ListedLead): Line[] {
  const { status, lostReason, lostWords } = standing
  return [
    status && i18n.t(`leads.statuses.${status}`),
    lostWords ?? (lostReason && i18n.t(`leads.lost_reasons.${lostReason}`)),
  ]
}

function customLines(
  { i18n, tenant }: HttpContext,
  { draft }: ListedLead,
  fields: CustomField[]
): Line[] {
  const values = (draft.custom ?? {}) as CustomValues
  const reader = { i18n, tenant: tenant as TenantSnapshot }
  return customFacts(fields, values, reader).map(
    ({ label, value }) => value && `${label}: ${value}`
  )
}

function wantedLines({ i18n, tenant }: HttpContext, { draft }: ListedLead): Line[] {
  const { currency, locale } = marketPack(tenant!.market)
  const amounts = [draft.budgetMin, draft.budgetMax, draft.askingPrice]
  const said = amounts.flatMap((minor) => (minor ? formatPrice(minor, currency, locale) : []))
  return [draft.intent && i18n.t(`leads.intents.${draft.intent}`), said.join(' – '), draft.message]
}

function originLines({ i18n, tenant }: HttpContext, lead: ListedLead): Line[] {
  const { source, sourceDetail } = lead.draft
  const { createdAt } = lead
  return [
    i18n.t(`leads.sources.${source}`, {}, source ?? ''),
    createdAt && momentOf(DateTime.fromISO(createdAt), tenant!).exact,
    Object.values(sourceDetail?.utm ?? {}).join(', '),
    lead.agentCalled,
  ]
}
