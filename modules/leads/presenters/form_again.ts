import type { HttpContext } from '@adonisjs/core/http'
import { ReadOnlyValuesStore } from '@adonisjs/session'
import type Lead from '../models/lead.ts'
import { leadForm } from './lead_form.ts'

interface Hindrance {
  /** What others saved meanwhile, beside what was typed. */
  conflicts?: { label: string; theirs: string | null; mine: string | null }[]
  /** Contacts that it may be. */
  /** Leads that are open and of the same number or address. */
  same?: Lead[]
  known?: { id: string; name: string; primaryPhone: string | null; primaryEmail: string | null }[]
}

/** 409: the form once more, with what was typed, and what stands in its way. */
export async function formAgain(ctx: HttpContext, lead: Lead | null, hindrance: Hindrance) {
  ctx.response.status(409)
  if (ctx.request.wantsFragment())
    return ctx.view.render('leads::partials/hindrance', { ...hindrance, lead, oob: true })

  ctx.view.share({
    flashMessages: new ReadOnlyValuesStore({ ...ctx.request.all(), inputErrorsBag: {} }),
  })
  const form = await leadForm(ctx, lead)
  const page = lead ? 'leads::pages/leads/edit' : 'leads::pages/leads/create'
  return ctx.view.render(page, { form, ...hindrance })
}
