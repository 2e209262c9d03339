import { type Likeness, reasonsOf } from '../queries/duplicates_of.ts'

/** A contact that may be meant, and why. */
export function likenessView(likeness: Likeness) {
  const { id, name, primary_phone: phone, primary_email: email, city } = likeness
  return {
    name,
    url: `/app/contacts/${id}`,
    detail: [phone ?? email, city].filter(Boolean).join(' · '),
    reasons: reasonsOf(likeness),
  }
}
