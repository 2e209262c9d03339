import type { HttpContext } from '@adonisjs/core/http'
import {
  BeginListImport,
  DiscardImport,
  SaveImportDraft,
  presentHistory,
  presentImport,
  uploadFrom,
} from '#app/imports'
import { refuse } from '#kernel/http/refuse'
import { draftFrom } from '../imports/draft_from.ts'
import { importInReach } from '../imports/in_reach.ts'
import { leadImports, leadLists } from '../imports/lead_lists.ts'
import { presentDraft } from '../imports/present_draft.ts'
import ImportPolicy from '../policies/import_policy.ts'

const { home } = leadImports

/** Lists of leads on their way into the agency. */
export default class ImportsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ImportPolicy).authorize('manage')
    const history = await presentHistory(ctx, leadLists.name, home)
    if (ctx.request.wantsFragment()) return ctx.view.render('pages/imports/partials/list', history)
    return ctx.view.render('leads::pages/imports/index', history)
  }

  async create({ bouncer, view }: HttpContext) {
    await bouncer.with(ImportPolicy).authorize('manage')
    return view.render('leads::pages/imports/create')
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ImportPolicy).authorize('manage')
    const upload = uploadFrom(ctx)
    const begun = upload.ok ? await new BeginListImport(leadLists).handle(upload.value) : upload
    if (begun.ok) return ctx.response.redirect().toPath(`${home}/${begun.value.id}/edit`)
    const { key = `leads.import.refused.${begun.reason}`, ...facts } = begun.facts
    return refuse(ctx, { status: 422, key: key as string, facts, field: 'list' })
  }

  async show(ctx: HttpContext) {
    const shown = await presentImport(ctx, await importInReach(ctx), leadImports)
    if (shown.stage === 'draft') return ctx.response.redirect().toPath(`${shown.address}/edit`)
    if (ctx.request.wantsFragment()) return ctx.view.render('pages/imports/partials/state', shown)
    return ctx.view.render('leads::pages/imports/show', shown)
  }

  async edit(ctx: HttpContext) {
    const work = await importInReach(ctx)
    if (!work.isDraft) return ctx.response.redirect().toPath(`${home}/${work.id}`)
    return ctx.view.render('leads::pages/imports/edit', await presentDraft(ctx, work))
  }

  async update(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const changes = await draftFrom(ctx, work)
    if (!changes) return refuse(ctx, { ...OUT_OF_REACH })
    const saved = await new SaveImportDraft().handle(work, changes)
    if (!saved.ok) return refuse(ctx, { status: 409, key: 'leads.import.refused.begun' })
    if (!ctx.request.wantsFragment())
      return ctx.response.redirect().toPath(`${home}/${work.id}/edit`)
    return ctx.view.render('pages/imports/partials/preview', await presentDraft(ctx, work))
  }

  async destroy(ctx: HttpContext) {
    const discarded = await new DiscardImport().handle(await importInReach(ctx))
    if (!discarded.ok) return refuse(ctx, { status: 409, key: 'leads.import.refused.begun' })
    ctx.session.flash('notice', 'leads.import.discarded')
    return ctx.response.redirect().toPath(home)
  }
}

export const OUT_OF_REACH = {
  status: 422,
  key: 'leads.import.refused.owner_out_of_reach',
  field: 'ownerId',
} as const
