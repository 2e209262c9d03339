import vine from '@vinejs/vine'
import type CustomField from '../models/custom_field.ts'
import { line } from './words.ts'

const FAR = 1e15

/** The rules of an agency's own fields, as one object to put under `custom` in a validator. */
export function customRules(fields: CustomField[]) {
  const rules = fields.map((field) => [
    field.key,
    field.required ? ruleOf(field) : ruleOf(field).optional(),
  ])
  return vine.object(Object.fromEntries(rules) as Record<string, ReturnType<typeof ruleOf>>)
}

function ruleOf({ kind, choices }: CustomField) {
  if (kind === 'number') return vine.number().range([-FAR, FAR])
  if (kind === 'date') return vine.string().day()
  if (kind === 'yes_no') return vine.enum(['yes', 'no'] as const)
  return kind === 'choice' ? vine.enum(choices) : line(500)
}
