/** What a column of a contact list can become. Labels are `contacts.import.fields.<name>`. */
export const CONTACT_FIELDS = [
  'full_name',
  'first_name',
  'middle_name',
  'last_name',
  'company',
  'job_title',
  'phone',
  'phone_label',
  'email',
  'email_label',
  'kind',
  'tags',
  'source',
  'notes',
  'address_line',
  'locality',
  'city',
  'state',
  'postcode',
  'country',
  'birthday',
  'consent_email',
  'consent_sms',
  'consent_whatsapp',
  'consent_call',
  'owner_email',
  'external_id',
  'created_at',
] as const

export type KnownField = (typeof CONTACT_FIELDS)[number]

/** `custom:<key>` is a field that the agency defined. */
export type ContactField = KnownField | `custom:${string}`

/** The field of each column; a column that is `ignore`d is left out on purpose. */
export type ColumnMapping = Record<string, ContactField | 'ignore'>

/** The columns of each field, in the order of the file. */
export type ColumnsByField = Map<ContactField, string[]>

/** Fields that several columns may fill; of other fields, a guess takes the first column only. */
export const REPEATABLE: ReadonlySet<ContactField> = new Set<ContactField>([
  'phone',
  'phone_label',
  'email',
  'email_label',
  'job_title',
  'kind',
  'tags',
  'notes',
  'address_line',
])

export const CONTACT_KINDS = [
  'buyer',
  'seller',
  'landlord',
  'tenant',
  'investor',
  'vendor',
  'other',
] as const

export type ContactKind = (typeof CONTACT_KINDS)[number]

/** The longest text that is taken into a field; what is longer goes into the note as it is. */
export const LONGEST: Partial<Record<ContactField, number>> = {
  full_name: 200,
  first_name: 100,
  middle_name: 100,
  last_name: 100,
  company: 200,
  job_title: 200,
  email: 254,
  tags: 60,
  source: 120,
  address_line: 300,
  locality: 120,
  city: 120,
  state: 120,
  postcode: 20,
  country: 80,
  external_id: 200,
  owner_email: 254,
}
