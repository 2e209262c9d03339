import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import { customFieldsOf, knownTags } from '#app/records'
import { knownValues } from '#kernel/lists/known_values'
import { bandNames, intents, leadStatuses } from '../lead_words.ts'
import Lead from '../models/lead.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'
import { sourceText } from './list_columns.ts'

interface Option {
  value: string
  text: string
}

interface Filter {
  key: string
  label: string
  kind: 'choice' | 'date'
  options?: Option[]
}

/** All by which the list can be narrowed, with the values to choose from. */
export async function filterMenu(ctx: HttpContext): Promise<Filter[]> {
  return [
    choice(ctx, 'status', statusOptions(ctx)),
    choice(
      ctx,
      'stage',
      (await pipelineStages()).map((stage) => ({ value: stage.id, text: stage.label }))
    ),
    ...(await peopleFilters(ctx)),
    choice(ctx, 'intent', said(ctx, 'leads.intents', intents)),
    choice(ctx, 'band', said(ctx, 'leads.bands', bandNames)),
    worded(ctx, 'age', ['day', 'week', 'month', 'older']),
    worded(ctx, 'answered', ['no', 'yes']),
    worded(ctx, 'next', ['overdue', 'today', 'due', 'week', 'none']),
    choice(ctx, 'source', await sourceOptions(ctx)),
    choice(ctx, 'tag', plain(await knownTags())),
    choice(ctx, 'city', plain(await valuesOf(ctx, 'city'))),
    { key: 'from', label: label(ctx, 'from'), kind: 'date' as const },
    { key: 'to', label: label(ctx, 'to'), kind: 'date' as const },
    ...(await customFilters(ctx)),
  ].filter(({ kind, options }) => kind === 'date' || (options?.length ?? 0) > 0)
}

function statusOptions(ctx: HttpContext): Option[] {
  const isPrincipal = ctx.staff.actor.can('leads.delete')
  return said(ctx, 'leads.statuses', ['open', ...leadStatuses, ...(isPrincipal ? ['deleted'] : [])])
}

async function peopleFilters(ctx: HttpContext): Promise<Filter[]> {
  const { colleagues, teams } = await staffForMenus()
  const own = said(ctx, 'leads.filter_values.owner', ['me', 'none'])
  return [choice(ctx, 'owner', [...own, ...named(colleagues)]), choice(ctx, 'team', named(teams))]
}

async function sourceOptions(ctx: HttpContext): Promise<Option[]> {
  const values = await valuesOf(ctx, 'source')
  return values.map((value) => ({ value, text: sourceText(ctx, value) }))
}

/** Fields with few values; the others are found by searching. */
async function customFilters({ i18n }: HttpContext): Promise<Filter[]> {
  const fields = await customFieldsOf(Lead.subjectType)
  const answers = ['yes', 'no'].map((value) => ({ value, text: i18n.t(`records.fields.${value}`) }))
  return fields
    .filter(({ kind }) => kind === 'choice' || kind === 'yes_no')
    .map(({ key, label: text, kind, choices }) => ({
      key: `custom.${key}`,
      label: text,
      kind: 'choice',
      options: kind === 'yes_no' ? answers : plain(choices),
    }))
}

/** The values that leads within reach have. */
export function valuesOf({ staff }: HttpContext, column: 'source' | 'city'): Promise<string[]> {
  const { actor } = staff
  return knownValues(Lead.query(), { column, actor, permission: 'leads.view' })
}

function choice(ctx: HttpContext, key: string, options: Option[]): Filter {
  return { key, label: label(ctx, key), kind: 'choice', options }
}

function worded(ctx: HttpContext, key: string, values: readonly string[]): Filter {
  return choice(ctx, key, said(ctx, `leads.filter_values.${key}`, values))
}

function said({ i18n }: HttpContext, words: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, text: i18n.t(`${words}.${value}`) }))
}

function plain(values: readonly string[]): Option[] {
  return values.map((value) => ({ value, text: value }))
}

function named(rows: readonly { id: string; name: string }[]): Option[] {
  return rows.map(({ id, name }) => ({ value: id, text: name }))
}

function label({ i18n }: HttpContext, key: string): string {
  return i18n.t(`leads.filters.${key}`)
}
