import type { HttpContext } from '@adonisjs/core/http'
import { type Likeness, reasonsOf } from '../queries/duplicates_of.ts'
import { phoneInWords } from './ways.ts'

/** A contact that may be meant, and why. */
export function likenessView(ctx: HttpContext, likeness: Likeness) {
  const { id, name, primary_phone: phone, primary_email: email, city } = likeness
  return {
    name,
    url: `/app/contacts/${id}`,
    detail: [phone ? phoneInWords(ctx, phone) : email, city].filter(Boolean).join(' · '),
    reasons: reasonsOf(likeness),
  }
}
