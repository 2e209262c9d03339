import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import type { Result } from '#kernel/result/result'
import type Listing from './models/listing.ts'

type Refusal = Extract<Result<Listing, string>, { ok: false }>

/** Answers a step along a listing's life: back to its page, or 409 with the steps that are allowed. */
export async function answerStep(
  ctx: HttpContext,
  listing: Listing,
  result: Result<Listing, string>
) {
  if (!result.ok) return refuseStep(ctx, listing, result)
  ctx.session.flash('notice', {
    key: `listings.now.${result.value.status}`,
    facts: { title: listing.title },
  })
  return ctx.response.redirect().toPath(`/app/listings/${listing.id}`)
}

export function refuseStep(ctx: HttpContext, listing: Listing, { reason, facts }: Refusal) {
  const { i18n } = ctx
  const allowed = [facts.allowed ?? []].flat().map(String)
  const steps = allowed.map((status) => i18n.t(`listings.statuses.${status}`)).join(', ')
  return refuse(ctx, {
    status: 409,
    key: `listings.refused.${reason}`,
    facts: {
      allowed,
      steps,
      left: allowed.length,
      from: i18n.t(`listings.statuses.${listing.status}`),
      until: String(facts.until ?? ''),
    },
  })
}
