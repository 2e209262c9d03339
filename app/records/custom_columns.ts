import type { HttpContext } from '@adonisjs/core/http'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type CustomValues, saidValue } from './custom_values.ts'
import { customFieldsOf } from './queries/custom_fields_of.ts'

/** One of the agency's own fields as a column of a list. */
export interface CustomColumn {
  /** As the address of the list names it among its columns. */
  name: string
  label: string
  /** What a record's values say in it. */
  said(values: CustomValues): string | null
}

/** The agency's own fields on this kind of record, as columns to choose. */
export async function customColumns(
  { i18n, tenant }: Pick<HttpContext, 'i18n' | 'tenant'>,
  subjectType: string
): Promise<CustomColumn[]> {
  const reader = { i18n, tenant: tenant as TenantSnapshot }
  const fields = await customFieldsOf(subjectType)
  return fields.map((field) => ({
    name: `custom_${field.key}`,
    label: field.label,
    said: (values) => saidValue(field, values[field.key], reader),
  }))
}
