import { formStamp } from '#kernel/http/form_stamp'
import type { TestAgency } from '#tests/support/agency'

/** A form of the site as a person sends it who took a minute to fill it in. */
export async function anEnquiry(
  agency: TestAgency,
  fields: Record<string, string> = {}
): Promise<Record<string, string>> {
  return {
    kind: 'question',
    stamp: await stampOf(agency, 60),
    topic: '',
    name: 'Ada Byron',
    phone: '+1 206 555 0100',
    email: 'ada@engines.example',
    intent: '',
    message: 'Is it still there?',
    consent: 'true',
    ...fields,
  }
}

/** As it stands in a form that was drawn so many seconds ago. */
export function stampOf(agency: TestAgency, seconds: number): Promise<string> {
  return agency.inUnit(async () => formStamp(Date.now() - seconds * 1000))
}
