import { symbols } from '@adonisjs/auth'
import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import type Identity from './models/identity.ts'
import { personById } from './people.ts'

/** Finds the person behind a session. A suspended or blocked one is nobody. */
class IdentityProvider implements SessionUserProviderContract<Identity> {
  declare [symbols.PROVIDER_REAL_USER]: Identity
  #mayEnter: (identity: Identity) => boolean

  constructor(mayEnter: (identity: Identity) => boolean) {
    this.#mayEnter = mayEnter
  }

  async createUserForGuard(identity: Identity): Promise<SessionGuardUser<Identity>> {
    return { getId: () => identity.id, getOriginal: () => identity }
  }

  async findById(id: string | number | bigint): Promise<SessionGuardUser<Identity> | null> {
    const identity = await personById(String(id))
    return identity?.isActive && this.#mayEnter(identity) ? this.createUserForGuard(identity) : null
  }
}

export const staffProvider = new IdentityProvider(() => true)
export const consoleProvider = new IdentityProvider((identity) => identity.operatorRole !== null)
