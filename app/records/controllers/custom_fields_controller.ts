import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { defineField, redefineField, retireField } from '../actions/define_field.ts'
import { inMarket } from '../in_market.ts'
import CustomField, { fieldKinds } from '../models/custom_field.ts'
import CustomFieldPolicy from '../policies/custom_field_policy.ts'
import { subjectsOf } from '../subject.ts'
import { fieldValidator, newFieldValidator } from '../validators/custom_field.ts'

const HOME = '/app/settings/custom-fields'

/** The fields that the agency adds to its records. */
export default class CustomFieldsController {
  async index({ bouncer, tenant, view }: HttpContext) {
    await bouncer.with(CustomFieldPolicy).authorize('manage')
    const fields = await CustomField.query().orderBy('position').orderBy('id')
    return view.render('pages/records/custom_fields', {
      subjects: subjectsOf(tenant!.modules).map((subject) => ({
        ...subject,
        fields: fields.filter((field) => field.subjectType === subject.type),
      })),
    })
  }

  async create({ bouncer, request, tenant, view }: HttpContext) {
    await bouncer.with(CustomFieldPolicy).authorize('manage')
    const subjects = subjectsOf(tenant!.modules)
    const chosen = subjects.find(({ type }) => type === request.input('of')) ?? subjects[0]
    return view.render('pages/records/custom_field', { field: null, subjects, chosen, fieldKinds })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(CustomFieldPolicy).authorize('manage')
    const draft = await ctx.request.validateUsing(newFieldValidator, inMarket(ctx))
    const isKnown = subjectsOf(ctx.tenant!.modules).some(({ type }) => type === draft.subjectType)
    if (!isKnown) throw new NotHere()
    const result = await defineField(draft)
    if (!result.ok)
      return refuse(ctx, { status: 422, key: `records.fields.${result.reason}`, field: 'choices' })
    return home(ctx, 'records.fields.defined')
  }

  async edit({ bouncer, params, view }: HttpContext) {
    await bouncer.with(CustomFieldPolicy).authorize('manage')
    const field = await fieldAt(params.id)
    return view.render('pages/records/custom_field', { field, fieldKinds })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(CustomFieldPolicy).authorize('manage')
    const field = await fieldAt(ctx.params.id)
    const draft = await ctx.request.validateUsing(fieldValidator, inMarket(ctx))
    const result = await redefineField(field, draft)
    if (!result.ok) {
      const status = result.reason === 'stale' ? 409 : 422
      return refuse(ctx, { status, key: `records.fields.${result.reason}`, field: 'choices' })
    }
    return home(ctx, 'records.fields.changed')
  }

  /** Taken out of the forms; what was entered stays, and so it can be put back. */
  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(CustomFieldPolicy).authorize('manage')
    await retireField(await fieldAt(ctx.params.id))
    return home(ctx, 'records.fields.retired')
  }
}

export async function fieldAt(id: string): Promise<CustomField> {
  const field = isUuid(id) ? await CustomField.find(id) : null
  if (!field) throw new NotHere()
  return field
}

export function home(ctx: HttpContext, notice: string) {
  ctx.session.flash('notice', notice)
  return ctx.response.redirect().toPath(HOME)
}
