import type { HttpContext } from '@adonisjs/core/http'
import type Listing from '../models/listing.ts'
import { mediaView } from './media_view.ts'

interface Notice {
  key: string
  facts?: Record<string, string | number>
  undo?: string
}

/** After a change of a listing's media: its list for htmx, its page for a plain form. */
export async function answerMedia(ctx: HttpContext, listing: Listing, notice?: Notice) {
  if (!ctx.request.wantsFragment()) {
    if (notice) ctx.session.flash('notice', notice)
    return ctx.response.redirect().toPath(`/app/listings/${listing.id}/media`)
  }
  const toast = notice && {
    kind: 'success',
    text: ctx.i18n.t(notice.key, notice.facts ?? {}),
    undo: notice.undo && { url: notice.undo, label: ctx.i18n.t('kit.undo') },
    oob: true,
  }
  const media = await mediaView(ctx, listing)
  return ctx.view.render('listings::partials/media_list', { media, toast })
}
