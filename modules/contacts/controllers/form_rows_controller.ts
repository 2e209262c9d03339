import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { marketPack } from '#kernel/markets/packs'
import { emailLabels, phoneLabels } from '../contact_words.ts'
import ContactPolicy from '../policies/contact_policy.ts'

const MOST = 12

/** One more row for a phone or an e-mail in the form. */
export default class FormRowsController {
  async show({ bouncer, params, request, tenant, view }: HttpContext) {
    await bouncer.with(ContactPolicy).authorize('create')
    const index = Number(request.qs().index)
    const isSound = Number.isInteger(index) && index >= 0 && index < MOST
    if (!isSound || !['phone', 'email'].includes(params.kind)) throw new NotHere()
    return view.render(`contacts::partials/${params.kind}_row`, {
      index,
      row: null,
      isLast: true,
      hasRoom: index + 1 < MOST,
      form: { phoneLabels, emailLabels, market: marketPack(tenant!.market) },
    })
  }
}
