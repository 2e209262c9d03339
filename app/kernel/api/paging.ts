import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { Rejected } from '#kernel/http/errors'

/** How much of a list, and from where on: `...paging()` in the validator of a list's question. */
export function paging() {
  return {
    limit: vine.number().withoutDecimals().range([1, 100]).optional(),
    after: vine.string().maxLength(2_000).optional(),
    /** The other name of `after`. */
    startingAfter: vine.string().maxLength(2_000).optional(),
  }
}

interface Asked {
  limit?: number | null
  after?: string | null
  startingAfter?: string | null
}

export function pageAsked({ limit, after, startingAfter }: Asked) {
  return { limit: limit ?? 25, after: after ?? startingAfter ?? undefined }
}

/** A cursor of another list, or none at all: to begin anew unasked would repeat what was read. */
export function cursorRefused({ i18n }: HttpContext): Rejected {
  const errors = [{ parameter: 'after', detail: i18n.t('errors.problems.cursor') }]
  return new Rejected(422, 'E_INVALID', { errors })
}
