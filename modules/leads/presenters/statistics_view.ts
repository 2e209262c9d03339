import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import { dayMoment } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type Dimension, type StatisticsLine, leadStatistics } from '../queries/statistics.ts'
import { sourceText } from './list_columns.ts'

const periods = [30, 90, 365] as const
const tables = ['status', 'source', 'agent', 'week'] as const

/** How many leads came in and what became of them, as far as this person sees. */
export async function statisticsView(ctx: HttpContext) {
  const asked = Number(ctx.request.qs().days)
  const days = periods.find((period) => period === asked) ?? 90
  const counted = await leadStatistics(ctx.staff.actor, days)
  const [total] = counted.total
  if (total.leads === 0) return { days, periods, stats: [], tables: [] }
  const shown = []
  for (const dimension of tables)
    shown.push({ dimension, lines: await linesOf(ctx, dimension, counted[dimension]) })
  return { days, periods, stats: statsOf(ctx, total), tables: shown }
}

function statsOf(ctx: HttpContext, total: StatisticsLine) {
  const { i18n } = ctx
  const said = (key: string, value: string) => ({
    label: i18n.t(`leads.statistics.${key}`),
    value,
  })
  const percent = { style: 'percent', maximumFractionDigits: 1 } as const
  return [
    said('total', i18n.formatNumber(total.leads)),
    said('converted', i18n.formatNumber(total.converted)),
    said('rate', i18n.formatNumber(total.converted / total.leads, percent)),
    said('median', waitText(ctx, total.median)),
    said('p90', waitText(ctx, total.p90)),
    said('unanswered', i18n.formatNumber(total.leads - total.answered)),
  ]
}

async function linesOf(ctx: HttpContext, dimension: Dimension, lines: StatisticsLine[]) {
  const { colleagues } = await staffForMenus()
  const names = new Map(colleagues.map(({ id, name }) => [id, name]))
  const most = Math.max(1, ...lines.map(({ leads }) => leads))
  return lines.map((line) => ({
    ...line,
    text: keyText(ctx, dimension, { key: line.key, names }),
    median: waitText(ctx, line.median),
    /** How long its bar is, of 100. */
    share: Math.round((100 * line.leads) / most),
  }))
}

function keyText(
  ctx: HttpContext,
  dimension: Dimension,
  { key, names }: { key: string | null; names: Map<string, string> }
): string {
  if (dimension === 'agent') return names.get(key ?? '') ?? ctx.i18n.t('leads.nobody')
  if (dimension === 'source') return sourceText(ctx, key ?? '')
  if (dimension === 'week') return dayMoment(key ?? '', ctx.tenant as TenantSnapshot).exact
  return ctx.i18n.t(`leads.statuses.${key}`)
}

/** "25 min", "3.5 h", "2 days". */
function waitText({ i18n }: HttpContext, seconds: number | null): string {
  if (seconds === null) return '–'
  const minutes = Math.max(0, Math.round(seconds / 60))
  if (minutes < 90) return i18n.t('leads.statistics.minutes', { minutes })
  const hours = Math.round(seconds / 360) / 10
  if (hours < 48) return i18n.t('leads.statistics.hours', { hours })
  return i18n.t('leads.statistics.days', { days: Math.round(hours / 2.4) / 10 })
}
