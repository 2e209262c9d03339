import { Bouncer, errors } from '@adonisjs/bouncer'
import type { Constructor } from '@adonisjs/core/types/common'
import { Forbidden } from '#kernel/http/errors'
import { Actor, type OwnedRecord } from '#kernel/tenancy/actor'

/** An actor who remembers what they were last asked for in vain. */
class AskedActor extends Actor {
  lacking = ''

  override can(permission: string): boolean {
    return this.#note(permission, super.can(permission))
  }

  override reaches(permission: string, record: OwnedRecord): boolean {
    return this.#note(permission, super.reaches(permission, record))
  }

  #note(permission: string, granted: boolean): boolean {
    if (!granted) this.lacking = permission
    return granted
  }
}

export type StaffBouncer = Bouncer<Actor>

/** A bouncer whose refusal names the permission that is missing, so that the page can say it. */
export function staffBouncer(actor: Actor): StaffBouncer {
  const asked = new AskedActor(actor)
  const bouncer = new Bouncer<Actor>(asked)
  const judge = bouncer.with.bind(bouncer)
  const judgeAloud = (policy: Constructor<object>) => {
    const authorizer = judge(policy)
    const authorize = authorizer.authorize.bind(authorizer)
    authorizer.authorize = (...facts) =>
      authorize(...facts).catch((error: unknown) => {
        const isRefusal = error instanceof errors.E_AUTHORIZATION_FAILURE
        throw isRefusal && asked.lacking ? new Forbidden(asked.lacking) : error
      })
    return authorizer
  }
  bouncer.with = judgeAloud as typeof bouncer.with
  return bouncer
}
