import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import { customFieldsOf, knownTags } from '#app/records'
import { knownValues } from '#kernel/lists/known_values'
import { channels, contactKinds } from '../contact_words.ts'
import Contact from '../models/contact.ts'
import { contactSubject } from '../subject.ts'

interface Filter {
  key: string
  label: string
  kind: 'choice' | 'date'
  options?: { value: string; text: string }[]
}

/** What a contact has, or has not. */
const having = ['phone', 'no_phone', 'email', 'no_email', 'requirement', 'no_requirement']

/** All by which the list can be narrowed, with the values to choose from. */
export async function filterMenu(ctx: HttpContext): Promise<Filter[]> {
  const { colleagues, teams } = await staffForMenus()
  return [
    worded(ctx, 'kind', contactKinds),
    choice(ctx, 'tag', plain(await knownTags())),
    choice(ctx, 'owner', [...words(ctx, 'owner', ['me', 'none']), ...named(colleagues)]),
    choice(ctx, 'team', named(teams)),
    worded(ctx, 'next', ['overdue', 'today', 'due', 'week', 'none']),
    worded(ctx, 'has', having),
    worded(ctx, 'score', ['promoter', 'passive', 'detractor', 'none']),
    worded(
      ctx,
      'consent',
      channels.flatMap((channel) => [`${channel}:granted`, `${channel}:refused`])
    ),
    choice(ctx, 'source', plain(await valuesOf(ctx, 'source'))),
    choice(ctx, 'city', plain(await valuesOf(ctx, 'city'))),
    worded(ctx, 'type', ['person', 'company']),
    { key: 'from', label: label(ctx, 'from'), kind: 'date' as const },
    { key: 'to', label: label(ctx, 'to'), kind: 'date' as const },
    ...(await customFilters(ctx)),
    worded(ctx, 'status', statusesFor(ctx)),
  ].filter(({ kind, options }) => kind === 'date' || (options?.length ?? 0) > 0)
}

function statusesFor({ staff }: HttpContext): string[] {
  return staff.actor.can('contacts.delete') ? ['archived', 'deleted'] : ['archived']
}

/** Fields with few values; the others are found by searching. */
async function customFilters({ i18n }: HttpContext): Promise<Filter[]> {
  const fields = await customFieldsOf(contactSubject.type)
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

function valuesOf({ staff }: HttpContext, column: 'source' | 'city'): Promise<string[]> {
  const { actor } = staff
  return knownValues(Contact.query(), { column, actor, permission: 'contacts.view' })
}

function choice(ctx: HttpContext, key: string, options: Filter['options']): Filter {
  return { key, label: label(ctx, key), kind: 'choice', options }
}

function worded(ctx: HttpContext, key: string, values: readonly string[]): Filter {
  return choice(ctx, key, words(ctx, key, values))
}

function words({ i18n }: HttpContext, key: string, values: readonly string[]) {
  return values.map((value) => ({
    value,
    text: i18n.t(`contacts.filter_values.${key}.${value.replace(':', '_')}`),
  }))
}

function plain(values: readonly string[]) {
  return values.map((value) => ({ value, text: value }))
}

function named(rows: readonly { id: string; name: string }[]) {
  return rows.map(({ id, name }) => ({ value: id, text: name }))
}

function label({ i18n }: HttpContext, key: string): string {
  return i18n.t(`contacts.filters.${key}`)
}
