import type { HttpContext } from '@adonisjs/core/http'
import { retireField } from '../actions/define_field.ts'
import CustomFieldPolicy from '../policies/custom_field_policy.ts'
import { fieldAt, home } from './custom_fields_controller.ts'

/** A retired field is asked for again. */
export default class FieldRestorationsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(CustomFieldPolicy).authorize('manage')
    await retireField(await fieldAt(ctx.params.id), { again: true })
    return home(ctx, 'records.fields.restored')
  }
}
