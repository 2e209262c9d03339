import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import { type LeadFilters, filterNames } from '../queries/lead_filters.ts'
import type { ListRequest } from '../queries/lead_list.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'

interface Chip {
  key: string
  label: string
  text: string
}

/** Where the values of a filter have their words; the others are words themselves. */
const WORDS: Partial<Record<keyof LeadFilters, string>> = {
  status: 'leads.statuses',
  intent: 'leads.intents',
  source: 'leads.sources',
  band: 'leads.bands',
  age: 'leads.filter_values.age',
  answered: 'leads.filter_values.answered',
  next: 'leads.filter_values.next',
}

/** Filters by one record, which is named in general. */
const SINGLES: (keyof LeadFilters)[] = ['contact', 'listing', 'offering', 'import']

/** What the list is narrowed by, in words, each to be taken away by itself. */
export async function filterChips(
  ctx: HttpContext,
  { filters }: Pick<ListRequest, 'filters'>
): Promise<Chip[]> {
  const chips: Chip[] = []
  for (const name of filterNames) {
    const value = filters[name]
    if (value === undefined || name === 'q') continue
    const label = ctx.i18n.t(`leads.filters.${name}`)
    chips.push({ key: name, label, text: await valueText(ctx, name, value) })
  }
  for (const [key, text] of Object.entries(filters.custom))
    chips.push({ key: `custom.${key}`, label: key.replaceAll('_', ' '), text })
  return chips
}

async function valueText(
  { i18n }: HttpContext,
  name: keyof LeadFilters,
  value: string
): Promise<string> {
  if (name === 'stage') return labelOf(await pipelineStages(), value)
  if (name === 'owner' || name === 'team') return personOrTeam(i18n, value)
  if (SINGLES.includes(name)) return i18n.t(`leads.filter_values.${name}`)
  const words = WORDS[name]
  return words ? i18n.t(`${words}.${value}`, {}, value) : value
}

function labelOf(stages: { id: string; label: string }[], value: string): string {
  return stages.find(({ id }) => id === value)?.label ?? value
}

async function personOrTeam(i18n: HttpContext['i18n'], value: string): Promise<string> {
  const { colleagues, teams } = await staffForMenus()
  const named = [...colleagues, ...teams].find(({ id }) => id === value)
  return named?.name ?? i18n.t(`leads.filter_values.owner.${value}`, {}, value)
}
