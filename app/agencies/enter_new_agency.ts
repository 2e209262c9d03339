import type { HttpContext } from '@adonisjs/core/http'
import { issueToken, leadOnward, originOf, personChanged } from '#app/identity'
import { signUpProgress } from './queries/sign_up_progress.ts'

interface SigningUp {
  tenantId: string
  identityId: string
}

/** Leads the founder from the apex to the new agency's own host, with a one-time ticket. */
export async function enterNewAgency(ctx: HttpContext) {
  const founder = ctx.session.get('signing_up') as SigningUp | undefined
  const progress = await signUpProgress(founder?.tenantId)
  if (!founder || progress.state !== 'open')
    return ctx.response.redirect().toPath('/sign-up/opening')

  const ticket = await issueToken('switch_agency', founder)
  ctx.session.forget('signing_up')
  await personChanged(founder.identityId)
  const address = `${originOf(ctx, progress.host)}/enter?ticket=${ticket}`
  return leadOnward(ctx, address, progress.name)
}
