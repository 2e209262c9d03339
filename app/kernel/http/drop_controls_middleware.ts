import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Signs that no keyboard types; the null byte among them is refused by the database. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/u
const ALL_CONTROLS = new RegExp(CONTROLS, 'gu')

/** Whatever was asked or sent comes in without control characters, in every field of every form. */
export default class DropControlsMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    request.updateQs(clean(request.qs()))
    request.updateBody(clean(request.body()))
    return next()
  }
}

/** The same value where there is nothing to drop; keys are texts like any other. */
function clean<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value
  if (Array.isArray(value)) return value.map(clean) as Value
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, one]) => [cleanText(key), clean(one)])
  return Object.fromEntries(entries) as Value
}

function cleanText(text: string): string {
  return CONTROLS.test(text) ? text.replaceAll(ALL_CONTROLS, '') : text
}
