import type { HttpContext } from '@adonisjs/core/http'
import type { RowProblem } from '../row_problem.ts'

/** A problem in words, beside the text that it is about. */
export function saidProblem({ i18n }: HttpContext, { key, params, value, severity }: RowProblem) {
  return { said: value, text: i18n.t(key, params), isRefusal: severity === 'refused' }
}
