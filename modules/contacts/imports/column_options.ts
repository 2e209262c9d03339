import type { HttpContext } from '@adonisjs/core/http'
import type { CustomField } from '#app/records'
import { CONTACT_FIELDS } from '../importing/contact_fields.ts'

/** The choices for a column, in the words and groups of the page. */
export function columnOptions({ i18n, staff }: HttpContext, fields: CustomField[]) {
  const own = i18n.t('contacts.import.own_fields')
  return [
    { value: 'ignore', text: i18n.t('contacts.import.fields.ignore') },
    ...CONTACT_FIELDS.map((field) => ({
      value: field,
      text: i18n.t(`contacts.import.fields.${field}`),
      group: i18n.t('contacts.import.known_fields'),
    })),
    ...fields.map(({ key, label }) => ({ value: `custom:${key}`, text: label, group: own })),
    ...(staff.actor.can('agency.manage')
      ? [{ value: 'new', text: i18n.t('contacts.import.new_field'), group: own }]
      : []),
  ]
}
