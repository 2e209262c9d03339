import CustomField from '../models/custom_field.ts'

/** The fields that the agency asks for on this kind of record, in their order. */
export async function customFieldsOf(subjectType: string): Promise<CustomField[]> {
  return CustomField.query()
    .where({ subjectType })
    .whereNull('retired_at')
    .orderBy('position')
    .orderBy('id')
}
