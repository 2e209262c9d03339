import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { BeginImport } from '../actions/begin_import.ts'
import {
  DiscardImport,
  SaveImportDraft,
  presentHistory,
  presentImport,
  uploadFrom,
} from '#app/imports'
import { draftFrom } from '../imports/draft_from.ts'
import { importInReach } from '../imports/in_reach.ts'
import { presentDraft } from '../imports/present_draft.ts'
import { contactImports } from '../imports/contact_lists.ts'
import ImportPolicy from '../policies/import_policy.ts'

/** Lists of contacts on their way into the agency. */
export default class ImportsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ImportPolicy).authorize('manage')
    const history = await presentHistory(ctx, 'contacts.import', contactImports.home)
    const page = ctx.request.wantsFragment()
      ? 'pages/imports/partials/list'
      : 'contacts::pages/imports/index'
    return ctx.view.render(page, history)
  }

  async create({ bouncer, view }: HttpContext) {
    await bouncer.with(ImportPolicy).authorize('manage')
    return view.render('contacts::pages/imports/create')
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ImportPolicy).authorize('manage')
    const upload = uploadFrom(ctx)
    const begun = upload.ok ? await new BeginImport().handle(upload.value) : upload
    if (begun.ok)
      return ctx.response.redirect().toPath(`/app/contacts/imports/${begun.value.id}/edit`)
    const { key = `contacts.import.refused.${begun.reason}`, ...facts } = begun.facts
    return refuse(ctx, { status: 422, key: key as string, facts, field: 'list' })
  }

  async show(ctx: HttpContext) {
    const shown = await presentImport(ctx, await importInReach(ctx), contactImports)
    if (shown.stage === 'draft') return ctx.response.redirect().toPath(`${shown.address}/edit`)
    const page = ctx.request.wantsFragment()
      ? 'pages/imports/partials/state'
      : 'contacts::pages/imports/show'
    return ctx.view.render(page, shown)
  }

  async edit(ctx: HttpContext) {
    const work = await importInReach(ctx)
    if (!work.isDraft) return ctx.response.redirect().toPath(`/app/contacts/imports/${work.id}`)
    return ctx.view.render('contacts::pages/imports/edit', await presentDraft(ctx, work))
  }

  async update(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const changes = await draftFrom(ctx, work)
    if (!changes) return refuse(ctx, { ...OUT_OF_REACH })
    const saved = await new SaveImportDraft().handle(work, changes)
    if (!saved.ok)
      return refuse(ctx, { status: 409, key: `contacts.import.refused.${saved.reason}` })
    if (!ctx.request.wantsFragment())
      return ctx.response.redirect().toPath(`/app/contacts/imports/${work.id}/edit`)
    return ctx.view.render('pages/imports/partials/preview', await presentDraft(ctx, work))
  }

  async destroy(ctx: HttpContext) {
    const discarded = await new DiscardImport().handle(await importInReach(ctx))
    if (!discarded.ok)
      return refuse(ctx, { status: 409, key: `contacts.import.refused.${discarded.reason}` })
    ctx.session.flash('notice', 'contacts.import.discarded')
    return ctx.response.redirect().toPath('/app/contacts/imports')
  }
}

const OUT_OF_REACH = {
  status: 422,
  key: 'contacts.import.refused.owner_out_of_reach',
  field: 'ownerId',
} as const
