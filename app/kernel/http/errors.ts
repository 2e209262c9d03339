import { Exception } from '@adonisjs/core/exceptions'

/** Nothing lives at this address: unknown host, foreign record, page that is not for this person. */
export class NotHere extends Exception {
  static status = 404
  static code = 'E_NOT_HERE'
  static message = 'Not found'
}

/** The address belongs to a module that is off for this agency. */
export class ModuleOff extends Exception {
  static status = 404
  static code = 'E_MODULE_OFF'
  static message = 'Not found'
  readonly module: string

  constructor(module: string) {
    super()
    this.module = module
  }
}

/** The person reaches the record but may not do this. `permission` is what would be needed. */
export class Forbidden extends Exception {
  static status = 403
  static code = 'E_FORBIDDEN'
  static message = 'Forbidden'
  readonly permission: string

  constructor(permission: string) {
    super()
    this.permission = permission
  }
}

/** A program asked for what cannot be, before any work began; `facts` stand in the problem document. */
export class Rejected extends Exception {
  readonly facts: Record<string, unknown>

  constructor(status: number, code: string, facts: Record<string, unknown> = {}) {
    super(code, { status, code })
    this.facts = facts
  }
}

/** The agency is suspended or being closed. */
export class AgencyClosed extends Exception {
  static status = 423
  static code = 'E_AGENCY_CLOSED'
  static message = 'This agency is suspended'
}

/** Not signed in on this surface; `signIn` is where that can be mended. */
export class SignInFirst extends Exception {
  static status = 401
  static code = 'E_SIGN_IN_FIRST'
  static message = 'Sign in first'
}
