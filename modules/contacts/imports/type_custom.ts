import { customValue } from '#app/imports'
import type { CustomField } from '#app/records'
import type { MarketPack } from '#kernel/markets/market_pack'
import type { ContactDraft, RowProblem } from '../importing/contact_draft.ts'
import type { TypedDraft } from './known_contact.ts'

export interface CustomRules {
  fields: CustomField[]
  market: MarketPack
}

/** Gives the agency's own fields values of their kind; what is none goes into the note. */
export function typeCustom(
  draft: ContactDraft,
  line: number,
  { fields, market }: CustomRules
): { draft: TypedDraft; problems: RowProblem[] } {
  const custom: Record<string, unknown> = {}
  const problems: RowProblem[] = []
  const kept: string[] = []
  for (const [key, text] of Object.entries(draft.custom)) {
    const field = fields.find((one) => one.key === key)
    const value = field ? customValue(text, field, market) : text
    if (value !== null) custom[key] = value
    else {
      problems.push(misfit(line, field!, text))
      kept.push(`${field!.label}: ${text}`)
    }
  }
  const note = [draft.note, ...kept].filter(Boolean).join('\n') || null
  return { draft: { ...draft, custom, note }, problems }
}

function misfit(line: number, { key, label }: CustomField, value: string): RowProblem {
  return {
    severity: 'warning',
    line,
    column: null,
    field: `custom:${key}`,
    value,
    key: 'contacts.import.problems.custom_misfit',
    params: { field: label },
  }
}
