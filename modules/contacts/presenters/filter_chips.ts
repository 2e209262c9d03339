import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import type { ContactFilters } from '../queries/contact_filters.ts'
import { filterNames } from '../queries/contact_filters.ts'
import type { ListRequest } from '../queries/contact_list.ts'

export interface Chip {
  key: string
  label: string
  text: string
}

/** Filters whose values have words of their own under `contacts.filter_values.<name>`. */
const WORDED = new Set(['kind', 'type', 'has', 'next', 'consent', 'score', 'status'])

/** What the list is narrowed by, in words, each to be taken away by itself. */
export async function filterChips(
  ctx: HttpContext,
  { filters, status }: ListRequest
): Promise<Chip[]> {
  const chips: Chip[] = []
  for (const name of filterNames) {
    const value = filters[name]
    if (value === undefined || name === 'q') continue
    chips.push(chip(ctx, name, await valueText(ctx, name, value)))
  }
  for (const [key, text] of Object.entries(filters.custom))
    chips.push({ key: `custom.${key}`, label: key.replaceAll('_', ' '), text })
  if (status !== 'active')
    chips.push(chip(ctx, 'status', ctx.i18n.t(`contacts.filter_values.status.${status}`)))
  return chips
}

function chip({ i18n }: HttpContext, key: string, text: string): Chip {
  return { key, label: i18n.t(`contacts.filters.${key}`), text }
}

async function valueText(
  { i18n }: HttpContext,
  name: keyof ContactFilters,
  value: string
): Promise<string> {
  const words = `contacts.filter_values.${name}.${value.replace(':', '_')}`
  if (WORDED.has(name)) return i18n.t(words, {}, value)
  if (name !== 'owner' && name !== 'team') return value
  const { colleagues, teams } = await staffForMenus()
  const named = [...colleagues, ...teams].find(({ id }) => id === value)
  return named?.name ?? i18n.t(words, {}, value)
}
