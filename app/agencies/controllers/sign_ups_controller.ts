import type { HttpContext } from '@adonisjs/core/http'
import { addressOf, afterAnswer, doors, knock, originOf } from '#app/identity'
import config from '#config/tenancy'
import { refuse } from '#kernel/http/refuse'
import { isMarketKey, MARKET_KEYS, marketPack } from '#kernel/markets/packs'
import { SignUpAgency } from '../actions/sign_up_agency.ts'
import { WelcomeFounder } from '../actions/welcome_founder.ts'
import { enterNewAgency } from '../enter_new_agency.ts'
import { modulesOfTrial } from '../queries/plans.ts'
import { signUpProgress } from '../queries/sign_up_progress.ts'
import { signUpValidator } from '../validators/sign_up.ts'

/** Signing an agency up at the apex. */
export default class SignUpsController {
  async create({ request, view }: HttpContext) {
    const market = String(request.input('market', ''))
    return view.render('pages/platform/sign_up', {
      markets: MARKET_KEYS.map(marketPack),
      modules: await modulesOfTrial(),
      market: isMarketKey(market) ? market : 'US',
      domain: config.baseDomain,
    })
  }

  async store(ctx: HttpContext) {
    const { modulesOffered, ...input } = await ctx.request.validateUsing(signUpValidator)
    await knock(doors.signUp, addressOf(ctx))
    const result = await new SignUpAgency().handle({
      ...input,
      modules: modulesOffered ? (input.modules ?? []) : input.modules,
    })
    if (!result.ok) {
      const field = result.reason === 'not_opened' ? 'form' : 'slug'
      return refuse(ctx, { status: 422, key: `agencies.sign_up.${result.reason}`, field })
    }

    const { tenantId, identityId, host, isReady } = result.value
    const founder = { origin: originOf(ctx, host), name: input.name, email: input.email }
    afterAnswer(ctx, () => new WelcomeFounder().handle(result.value, founder))
    ctx.session.put('signing_up', { tenantId, identityId })
    return isReady ? enterNewAgency(ctx) : ctx.response.redirect().toPath('/sign-up/opening')
  }

  /** While the workspace is still being built: asked again every second. */
  async show({ request, session, view }: HttpContext) {
    const progress = await signUpProgress(session.get('signing_up')?.tenantId)
    const page = request.wantsFragment()
      ? 'partials/sign_up_progress'
      : 'pages/platform/sign_up_waiting'
    return view.render(page, { progress })
  }
}
