/**
 * Why something that a person wrote could not be read: the i18n key of a full sentence for that
 * person, and the values that the sentence names.
 */
export type Problem = { key: string; params: Record<string, string | number> }

/** Where the messages of validation rules lie; a rule named `x` has its sentence under this + `x`. */
const MESSAGES = 'validator.shared.messages.'

/** A problem whose sentence is also that of the validation rule named `rule`. */
export function problem(rule: string, params: Problem['params'] = {}): Problem {
  return { key: MESSAGES + rule, params }
}

/** The name of the validation rule whose sentence tells `problem`. */
export function ruleOf({ key }: Problem): string {
  return key.slice(MESSAGES.length)
}
