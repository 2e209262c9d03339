import type { HttpContext } from '@adonisjs/core/http'
import type Lead from '../models/lead.ts'
import { differences, leadInWords } from '../queries/lead_in_words.ts'
import { askedFields } from './lead_form.ts'

/** Where what was typed differs from what somebody else saved meanwhile. */
export async function conflictsWith(ctx: HttpContext, theirs: Lead, mine: Lead) {
  const fields = await askedFields()
  const saved = await leadInWords(theirs, fields)
  const typed = await leadInWords(mine, fields)
  return differences(saved, typed).map(({ field, from, to, words }) => ({
    label: ctx.i18n.t(field, {}, field),
    theirs: said(ctx, from, words),
    mine: said(ctx, to, words),
  }))
}

function said({ i18n }: HttpContext, text: string | null, words: string | undefined) {
  return text === null || words === undefined ? text : i18n.t(`${words}.${text}`, {}, text)
}
