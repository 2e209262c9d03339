import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { dayMoment, momentOf } from '#app/records'
import { dayOf } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { standsAlready } from '../actions/move_to_stage.ts'
import { leadSteps } from '../lead_words.ts'
import type PipelineStage from '../models/pipeline_stage.ts'
import { type BoardCard, type ColumnTotal, boardCards, boardTotals } from '../queries/board.ts'
import { type LeadFilters, filtersFrom } from '../queries/lead_filters.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'
import { writtenPrice } from './prices.ts'
import { priorityBadge } from './priority_view.ts'
import { statusTones } from './steps.ts'

const FIRST = 20
const MOST = 200

/** By what the board can be narrowed. */
const boardFilters = ['owner', 'team', 'city'] as const

/** The pipeline: a column for each stage, with its most urgent leads. */
export async function boardView(ctx: HttpContext) {
  const { actor } = ctx.staff
  const filters = askedOf(ctx)
  const stages = await pipelineStages()
  const totals = await boardTotals(actor, filters)
  const columns = []
  // One query for each column: as many as the agency has stages, however many leads there are.
  for (const stage of stages) {
    const limit = limitFor(ctx, stage)
    const cards = await boardCards(actor, { filters, stage, limit })
    const shown = cards.map((card) => cardView(ctx, card, stages))
    columns.push({ ...headOf(ctx, stage, totals), cards: shown, more: moreOf(ctx, stage, limit) })
  }
  return { columns, filters }
}

function askedOf({ request }: HttpContext): LeadFilters {
  const { owner, team, city } = request.qs()
  return filtersFrom({ owner, team, city })
}

function headOf(ctx: HttpContext, stage: PipelineStage, totals: ColumnTotal[]) {
  const own = totals.filter(({ stage_id: id }) => id === stage.id)
  const prices = own.filter(({ is_rent: isRent }) => !isRent)
  const rents = writtenSum(
    ctx,
    own.filter(({ is_rent: isRent }) => isRent)
  )
  return {
    key: stage.id,
    title: stage.label,
    count: own.reduce((total, { count }) => total + count, 0),
    sum: [writtenSum(ctx, prices), rents && ctx.i18n.t('leads.board.rents', { sum: rents })]
      .filter(Boolean)
      .join(' · '),
  }
}

function writtenSum({ tenant }: HttpContext, totals: ColumnTotal[]): string {
  return totals
    .filter(({ sum }) => sum > 0)
    .map(({ sum, currency }) => writtenPrice(sum, currency, tenant as TenantSnapshot))
    .join(' + ')
}

/** `more=<stage>:<cards>` opens one column further. */
function limitFor({ request }: HttpContext, stage: PipelineStage): number {
  const [id, count] = String(request.qs().more ?? '').split(':')
  const asked = Number(count)
  return id === stage.id && Number.isInteger(asked) && asked > FIRST ? Math.min(asked, MOST) : FIRST
}

function moreOf({ request }: HttpContext, stage: PipelineStage, limit: number): string | null {
  if (limit >= MOST) return null
  const query = boardQuery(request.qs())
  query.set('more', `${stage.id}:${limit + FIRST}`)
  return `/app/leads/board?${query}`
}

/** What the board is asked for, to come back to it after a move. */
function boardQuery(asked: Record<string, unknown>): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of [...boardFilters, 'more'])
    if (typeof asked[name] === 'string' && asked[name] !== '') query.set(name, asked[name])
  return query
}

function cardView(ctx: HttpContext, card: BoardCard, stages: PipelineStage[]) {
  const tenant = ctx.tenant as TenantSnapshot
  const stage = stages.find(({ id }) => id === card.stage_id)
  return {
    id: card.id,
    title: card.name,
    href: `/app/leads/${card.id}`,
    value: writtenPrice(card.value_minor, card.currency, tenant),
    owner: card.owner_name ?? ctx.i18n.t('leads.nobody'),
    priority: priorityBadge(ctx, card.priority),
    stars: card.quality_stars,
    at: momentOf(DateTime.fromJSDate(card.created_at), tenant),
    status: stage?.mapsTo === card.status ? null : badgeOf(ctx, card),
    move: moveOf(ctx, card, stages),
    came: dayOfArrival(card, tenant),
  }
}

function badgeOf({ i18n }: HttpContext, { status }: BoardCard) {
  return { text: i18n.t(`leads.statuses.${status}`), tone: statusTones[status] }
}

/** A card has room for the day; the time is told where the pointer rests. */
function dayOfArrival({ created_at: created }: BoardCard, tenant: TenantSnapshot): string {
  return dayMoment(dayOf(DateTime.fromJSDate(created), tenant.timeZone), tenant).said
}

/** Where a card can be moved by its buttons: the nearest columns that are a step. */
function moveOf({ staff, request }: HttpContext, card: BoardCard, stages: PipelineStage[]) {
  const owned = { ownerId: card.owner_id, teamId: card.team_id }
  if (!staff.actor.reaches('leads.update', owned)) return null
  const here = stages.findIndex(({ id }) => id === card.stage_id)
  const isStep = (stage: PipelineStage) =>
    standsAlready(card, stage, stages) || leadSteps[card.status].includes(stage.mapsTo)
  const target = (stage: PipelineStage | undefined) =>
    stage && { key: stage.id, title: stage.label }
  return {
    action: `/app/leads/${card.id}/stage-moves?${boardQuery(request.qs())}`,
    version: card.version,
    previous: target(stages.slice(0, here).findLast(isStep)),
    next: target(stages.slice(here + 1).find(isStep)),
  }
}
