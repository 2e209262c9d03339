import { withFieldsToBe } from '#app/imports'
import type { CustomField } from '#app/records'
import type { ColumnMapping, ContactField } from '../importing/contact_fields.ts'
import { CONTACT_FIELDS } from '../importing/contact_fields.ts'
import type { ImportFacts } from './import_options.ts'

/** What a person may choose for a column; `new` makes a field of the agency's own. */
export type ColumnChoice = ContactField | 'ignore' | 'new'

export type ColumnChoices = Record<string, ColumnChoice>

/** All choices that are good here. */
export function goodChoices(fields: CustomField[], mayDefine: boolean): ColumnChoice[] {
  const own = fields.map(({ key }) => `custom:${key}` as const)
  return ['ignore', ...CONTACT_FIELDS, ...own, ...(mayDefine ? (['new'] as const) : [])]
}

/** The choices as the drafter reads them: fields that are yet to be made have names for the time being. */
export function drafterMapping(facts: Pick<ImportFacts, 'columns' | 'mapping'>): ColumnMapping {
  return withFieldsToBe(facts) as ColumnMapping
}
