import vine from '@vinejs/vine'

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
