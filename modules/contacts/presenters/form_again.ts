import type { HttpContext } from '@adonisjs/core/http'
import { ReadOnlyValuesStore } from '@adonisjs/session'
import type Contact from '../models/contact.ts'
import type { Likeness } from '../queries/duplicates_of.ts'
import { contactForm } from './contact_form.ts'
import { likenessView } from './likeness_view.ts'

interface Hindrance {
  /** What others saved meanwhile, beside what was typed. */
  conflicts?: { label: string; theirs: string | null; mine: string | null }[]
  /** Contacts that may be the same. */
  duplicates?: Likeness[]
}

/** 409: the form once more, with what was typed, and what stands in its way. */
export async function formAgain(ctx: HttpContext, contact: Contact | null, hindrance: Hindrance) {
  ctx.response.status(409)
  const duplicates = (hindrance.duplicates ?? []).map((one) => likenessView(ctx, one))
  const shown = { ...hindrance, duplicates }
  if (ctx.request.wantsFragment())
    return ctx.view.render('contacts::partials/hindrance', { ...shown, contact, oob: true })

  ctx.view.share({
    flashMessages: new ReadOnlyValuesStore({ ...ctx.request.all(), inputErrorsBag: {} }),
  })
  const form = await contactForm(ctx, contact)
  const page = contact ? 'contacts::pages/contacts/edit' : 'contacts::pages/contacts/create'
  return ctx.view.render(page, { form, ...shown })
}
