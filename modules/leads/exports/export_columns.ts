import type { I18n } from '@adonisjs/i18n'
import type { DateTime } from 'luxon'
import {
  type CustomField,
  customCell,
  dayAndTime,
  saidInteractions,
  saidNotes,
  saidSteps,
} from '#app/records'
import { majorUnits } from '#kernel/markets/money'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { checks } from '../lead_words.ts'
import type Lead from '../models/lead.ts'
import type { ExportPage } from './export_page.ts'

interface ExportReader {
  i18n: I18n
  tenant: TenantSnapshot
}

interface ExportColumn {
  heading: string
  cell(lead: Lead, page: ExportPage): string
}

type Cells = Record<string, ExportColumn['cell']>

/** Every column of an export. */
export function exportColumns(fields: CustomField[], reader: ExportReader): ExportColumn[] {
  const cells = { ...WHO, ...wanted(reader), ...standing(reader), ...WHOSE, ...history(reader) }
  const known = Object.entries(cells).map(([key, cell]) => ({
    heading: reader.i18n.t(`leads.export.columns.${key}`),
    cell,
  }))
  const own = fields.map((field) => ({
    heading: field.label,
    cell: ({ custom }: Lead) => customCell(field, custom[field.key], reader),
  }))
  return [...known, ...own]
}

const WHO: Cells = {
  name: ({ name }) => name,
  phone: ({ phone }) => phone ?? '',
  email: ({ email }) => email ?? '',
  source: ({ source }) => source,
  campaign: ({ sourceDetail }) =>
    Object.entries(sourceDetail.utm ?? {})
      .map(([key, value]) => `${key}: ${value}`)
      .join(', '),
  first_page: ({ sourceDetail }) => sourceDetail.firstPage ?? '',
}

function wanted({ i18n }: ExportReader): Cells {
  const amount = (minor: number | null, currency: string) =>
    minor === null ? '' : majorUnits(minor, currency)
  return {
    intent: ({ intent }) => (intent ? i18n.t(`leads.intents.${intent}`) : ''),
    budget_min: ({ budgetMinMinor, currency }) => amount(budgetMinMinor, currency),
    budget_max: ({ budgetMaxMinor, currency }) => amount(budgetMaxMinor, currency),
    asking_price: ({ askingPriceMinor, currency }) => amount(askingPriceMinor, currency),
    currency: ({ currency }) => currency,
    localities: ({ localities }) => localities.join(', '),
    address: ({ address }) => [address.line, address.unit].filter(Boolean).join(', '),
    city: ({ city }) => city ?? '',
    message: ({ message }) => message ?? '',
    interests: ({ interests }) => interests.map(({ unit, note }) => unit ?? note).join('; '),
  }
}

function standing({ i18n }: ExportReader): Cells {
  return {
    status: ({ status }) => i18n.t(`leads.statuses.${status}`),
    stage: ({ stageId }, { stages }) => stages.get(stageId ?? '') ?? '',
    lost_reason: ({ lostReason }) =>
      lostReason ? i18n.t(`leads.lost_reasons.${lostReason}`, {}, lostReason) : '',
    priority: ({ priority }) => String(priority),
    quality: ({ qualityStars }) => String(qualityStars),
    verified: ({ checklist }) =>
      checks
        .filter((check) => checklist[check])
        .map((check) => i18n.t(`leads.checks.${check}`))
        .join(', '),
    tags: ({ tagNames }) => tagNames.join(', '),
  }
}

const WHOSE: Cells = {
  assignee: ({ ownerId }, { people }) => people.get(ownerId ?? '')?.name ?? '',
  assignee_email: ({ ownerId }, { people }) => people.get(ownerId ?? '')?.email ?? '',
  keeper: ({ keeperId }, { people }) => people.get(keeperId ?? '')?.name ?? '',
}

function history(reader: ExportReader): Cells {
  const at = (instant: DateTime | null) =>
    instant ? dayAndTime(instant.toJSDate(), reader.tenant.timeZone) : ''
  return {
    created_at: ({ createdAt }) => at(createdAt),
    first_responded_at: ({ firstRespondedAt }) => at(firstRespondedAt),
    last_touched_at: ({ lastTouchedAt }) => at(lastTouchedAt),
    next_action_on: ({ nextActionOn }) => nextActionOn ?? '',
    notes: ({ id }, { timeline }) => saidNotes(timeline.get(id), reader),
    activities: ({ id }, { timeline }) => saidInteractions(timeline.get(id), reader),
    status_history: ({ id }, { steps }) => saidSteps(steps.get(id), 'leads.statuses', reader),
  }
}
