import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'

/** Beside which field each refusal belongs. */
export const fieldOf: Record<string, string> = {
  not_assignable: 'ownerId',
  unknown_owner: 'ownerContactId',
  unknown_category: 'categoryId',
  authority_order: 'authorityUntil',
  same_price: 'price',
}

/** What was said of a listing cannot be: the sentence stands beside its field. */
export function refuseFact(ctx: HttpContext, reason: string) {
  return refuse(ctx, { status: 422, key: `listings.refused.${reason}`, field: fieldOf[reason] })
}
