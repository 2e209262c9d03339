import type { HttpContext } from '@adonisjs/core/http'
import { type ContactDraft, pointsOf } from '../contact_draft.ts'
import type Contact from '../models/contact.ts'
import { contactInWords, differences } from '../queries/contact_in_words.ts'
import { askedFields } from './contact_form.ts'

/** Where what was typed differs from what somebody else saved meanwhile. */
export async function conflictsWith(
  ctx: HttpContext,
  theirs: Contact,
  { mine, draft }: { mine: Contact; draft: ContactDraft }
) {
  const fields = await askedFields()
  await theirs.load('points')
  const saved = await contactInWords(theirs, theirs.points, fields)
  const typed = await contactInWords(mine, pointsOf(draft), fields)
  return differences(saved, typed).map(({ field, from, to, words }) => ({
    label: ctx.i18n.t(field, {}, field),
    theirs: said(ctx, from, words),
    mine: said(ctx, to, words),
  }))
}

function said({ i18n }: HttpContext, text: string | null, words: string | undefined) {
  if (text === null || words === undefined) return text
  return text
    .split(', ')
    .map((key) => i18n.t(`${words}.${key}`))
    .join(', ')
}
