import type { Likeness } from '../queries/listings_like.ts'

/** A listing that offers the same already, and why it may be. */
export function likenessView({ id, title, reference, line, town, reasons }: Likeness) {
  return {
    title,
    url: `/app/listings/${id}`,
    detail: [reference, line, town].filter(Boolean).join(' · '),
    reasons,
  }
}
