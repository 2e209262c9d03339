import type { HttpContext } from '@adonisjs/core/http'

/**
 * Leads to another host by a page of its own: a form's answer may not redirect to one
 * (form-action). The page goes on by itself, or by its link.
 */
export function leadOnward(ctx: HttpContext, address: string, agency: string) {
  if (ctx.request.wantsFragment()) return ctx.response.header('hx-redirect', address).send('')
  ctx.response.header('refresh', `0;url=${address}`).header('referrer-policy', 'no-referrer')
  return ctx.view.render('pages/identity/onward', { address, agency })
}
