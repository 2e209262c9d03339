import type { HttpContext } from '@adonisjs/core/http'
import { addressOf, doors, issueToken, knock } from '#app/identity'
import { manifests } from '#kernel/modules/module_registry'
import { refuse } from '#kernel/http/refuse'
import { MARKET_KEYS, marketPack } from '#kernel/markets/packs'
import { type NewAgency, SignUpAgency } from '../actions/sign_up_agency.ts'
import { WelcomeFounder } from '../actions/welcome_founder.ts'
import { plansOnSale } from '../queries/plans.ts'
import { signUpValidator } from '../validators/sign_up.ts'

/** Signing an agency up at the apex. */
export default class SignUpsController {
  async create({ request, view }: HttpContext) {
    const pro = (await plansOnSale()).find((plan) => plan.key === 'pro')
    const modules = manifests.filter((manifest) => pro?.modules.includes(manifest.name))
    return view.render('pages/platform/sign_up', { markets: MARKET_KEYS.map(marketPack), modules, market: request.input('market', 'US') })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(signUpValidator)
    await knock(doors.signUp, addressOf(ctx))
    const result = await new SignUpAgency().handle(input)
    if (!result.ok) return refuse(ctx, { status: 422, key: `agencies.sign_up.${result.reason}`, field: 'slug' })

    const origin = `${ctx.request.protocol()}://${hostWithPort(ctx, result.value)}`
    new WelcomeFounder().later(result.value, { origin, name: input.name, email: input.email })
    return this.#lead(ctx, result.value, origin)
  }

  async #lead(ctx: HttpContext, agency: NewAgency, origin: string) {
    const ticket = await issueToken('switch_agency', { identityId: agency.identityId, tenantId: agency.tenantId })
    const address = `${origin}/enter?ticket=${ticket}`
    if (!agency.isReady) return ctx.view.render('pages/platform/sign_up_waiting', { address, agency })
    if (ctx.request.wantsFragment()) return ctx.response.header('hx-redirect', address).send('')
    return ctx.response.redirect(address)
  }
}

function hostWithPort(ctx: HttpContext, agency: NewAgency): string {
  const port = ctx.request.host()?.split(':')[1]
  return port ? `${agency.host}:${port}` : agency.host
}
