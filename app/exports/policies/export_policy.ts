import { BasePolicy } from '@adonisjs/bouncer'
import type { Actor } from '#kernel/tenancy/actor'
import type { SheetPlan } from '../sheets/sheet_plan.ts'

export default class ExportPolicy extends BasePolicy {
  manage(actor: Actor, { module }: SheetPlan) {
    return actor.can(`${module}.export`)
  }
}
