import type { I18n } from '@adonisjs/i18n'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type CustomField from './models/custom_field.ts'
import { dayMoment } from './moments.ts'

export type CustomValue = string | number | boolean
export type CustomValues = Record<string, CustomValue>

/**
 * A record's values after what was sent: each field that is asked for takes its new value or
 * loses it; values of fields that are asked for no longer stay.
 */
export function mergeCustom(
  kept: CustomValues,
  fields: CustomField[],
  sent: Record<string, unknown> | undefined
): CustomValues {
  const values = { ...kept }
  for (const { key, kind } of fields) {
    const value = sent?.[key]
    if (value === undefined || value === null || value === '') delete values[key]
    else values[key] = kind === 'yes_no' ? value === 'yes' : (value as CustomValue)
  }
  return values
}

interface Reader {
  tenant: TenantSnapshot
  i18n: I18n
}

/** The values that a record has, in the words of the page. */
export function customFacts(fields: CustomField[], values: CustomValues, reader: Reader) {
  return fields.map((field) => ({
    label: field.label,
    value: saidValue(field, values[field.key], reader),
  }))
}

export function saidValue(
  { kind }: CustomField,
  value: CustomValue | undefined,
  { tenant, i18n }: Reader
): string | null {
  if (value === undefined || value === null) return null
  if (kind === 'yes_no') return i18n.t(value ? 'records.fields.yes' : 'records.fields.no')
  if (kind === 'date') return dayMoment(String(value), tenant).exact
  if (kind === 'number') return i18n.formatNumber(Number(value), { maximumFractionDigits: 6 })
  return String(value)
}

/** What stands in a spreadsheet's cell for a value: numbers and days as programs read them. */
export function customCell(
  field: CustomField,
  value: CustomValue | undefined,
  reader: Reader
): string {
  const isPlain = field.kind === 'number' || field.kind === 'date'
  return isPlain ? String(value ?? '') : (saidValue(field, value, reader) ?? '')
}

/** What stands in the form's control for a value. */
export function typedValue({ kind }: CustomField, value: CustomValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (kind === 'yes_no') return value ? 'yes' : 'no'
  return String(value)
}
