import type { HttpContext } from '@adonisjs/core/http'
import { enterNewAgency } from '../enter_new_agency.ts'

/** From the waiting page into the workspace that was built meanwhile. */
export default class SignUpEntriesController {
  async store(ctx: HttpContext) {
    return enterNewAgency(ctx)
  }
}
