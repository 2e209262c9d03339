/** What a column of a list of leads can become. Labels are `leads.import.fields.<name>`. */
export const LEAD_FIELDS = [
  'external_id',
  'name',
  'first_name',
  'last_name',
  'phone',
  'email',
  'source',
  'created_at',
  'status',
  'lost_reason',
  'intent',
  'message',
  'budget',
  'budget_min',
  'budget_max',
  'asking_price',
  'wanted',
  'address_line',
  'unit',
  'city',
  'state',
  'postcode',
  'tags',
  'agent_email',
  'language',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'first_page',
  'referrer',
  'answer',
] as const

export type KnownField = (typeof LEAD_FIELDS)[number]

/** `custom:<key>` is a field that the agency defined. */
export type LeadField = KnownField | `custom:${string}`

/** The field of each column; a column that is `ignore`d is left out on purpose. */
export type ColumnMapping = Record<string, LeadField | 'ignore'>

/** What a person may choose for a column; `new` makes a field of the agency's own. */
export type ColumnChoices = Record<string, LeadField | 'ignore' | 'new'>

/** Fields that several columns may fill; of others, a guess takes the first column only. */
export const REPEATABLE: ReadonlySet<string> = new Set(['wanted', 'tags', 'answer'])
