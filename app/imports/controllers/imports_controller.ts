import type { HttpContext } from '@adonisjs/core/http'
import { BeginListImport } from '../actions/begin_import.ts'
import { DiscardImport } from '../actions/discard_import.ts'
import { SaveImportDraft } from '../actions/save_import_draft.ts'
import { type ImportDesk, homeOf } from '../import_desk.ts'
import { importInReach } from '../in_reach.ts'
import { moduleOf } from '../list_kind.ts'
import { uploadFrom } from '../lists/upload_from.ts'
import ImportPolicy from '../policies/import_policy.ts'
import { presentHistory } from '../presenters/present_history.ts'
import { presentImport } from '../presenters/present_import.ts'
import { refuseAct, refuseList, refuseOwner } from '../refusing.ts'

/** Lists of one kind on their way into the agency; the pages around them are the module's. */
export default class ImportsController {
  constructor(private readonly desk: ImportDesk) {}

  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ImportPolicy).authorize('manage', this.desk.lists)
    const history = await presentHistory(ctx, this.desk)
    if (ctx.request.wantsFragment()) return ctx.view.render('pages/imports/partials/list', history)
    return ctx.view.render(this.#page('index'), history)
  }

  async create({ bouncer, view }: HttpContext) {
    await bouncer.with(ImportPolicy).authorize('manage', this.desk.lists)
    return view.render(this.#page('create'))
  }

  async store(ctx: HttpContext) {
    const { lists } = this.desk
    await ctx.bouncer.with(ImportPolicy).authorize('manage', lists)
    const upload = uploadFrom(ctx)
    const begun = upload.ok ? await new BeginListImport(lists).handle(upload.value) : upload
    if (!begun.ok) return refuseList(ctx, lists, { ...begun, field: 'list' })
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${begun.value.id}/edit`)
  }

  async show(ctx: HttpContext) {
    const work = await importInReach(ctx, this.desk.lists)
    const shown = await presentImport(ctx, work, this.desk)
    if (shown.stage === 'draft') return ctx.response.redirect().toPath(`${shown.address}/edit`)
    if (ctx.request.wantsFragment()) return ctx.view.render('pages/imports/partials/state', shown)
    return ctx.view.render(this.#page('show'), shown)
  }

  async edit(ctx: HttpContext) {
    const work = await importInReach(ctx, this.desk.lists)
    if (!work.isDraft) return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
    return ctx.view.render(this.#page('edit'), await this.desk.presentDraft(ctx, work))
  }

  async update(ctx: HttpContext) {
    const { lists } = this.desk
    const work = await importInReach(ctx, lists)
    const changes = await this.desk.draftFrom(ctx, work)
    if (!changes) return refuseOwner(ctx, lists)
    const saved = await new SaveImportDraft().handle(work, changes)
    if (!saved.ok) return refuseAct(ctx, lists, saved)
    if (!ctx.request.wantsFragment())
      return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}/edit`)
    const draft = await this.desk.presentDraft(ctx, work)
    return ctx.view.render('pages/imports/partials/preview', draft)
  }

  async destroy(ctx: HttpContext) {
    const { lists } = this.desk
    const discarded = await new DiscardImport().handle(await importInReach(ctx, lists))
    if (!discarded.ok) return refuseAct(ctx, lists, discarded)
    ctx.session.flash('notice', `${lists.name}.discarded`)
    return ctx.response.redirect().toPath(homeOf(this.desk))
  }

  #page(name: string): string {
    return `${moduleOf(this.desk.lists)}::pages/imports/${name}`
  }
}
