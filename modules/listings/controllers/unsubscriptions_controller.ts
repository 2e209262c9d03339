import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { unitSql } from '#kernel/tenancy/sql'
import { searchOf } from '../alerts/pause_link.ts'
import { sitePage } from '../presenters/site/site_page.ts'

/** The link in a letter: one click, without signing in, pauses the search (RFC 8058). */
export default class UnsubscriptionsController {
  async create(ctx: HttpContext) {
    return shown(ctx, await searchAt(ctx))
  }

  async store(ctx: HttpContext) {
    const search = await searchAt(ctx)
    await unitSql(PAUSE, [search.id])
    return shown(ctx, { ...search, frequency: 'off' })
  }
}

const PAUSE = `update saved_searches set frequency = 'off', version = version + 1, updated_at = now()
  where id = ? and frequency <> 'off'`

interface Named {
  id: string
  name: string
  frequency: string
}

async function searchAt({ params }: HttpContext): Promise<Named> {
  const id = searchOf(params.token)
  if (!id) throw new NotHere()
  const { rows } = await unitSql<Named>(
    'select id, name, frequency from saved_searches where id = ?',
    [id]
  )
  if (!rows[0]) throw new NotHere()
  return rows[0]
}

function shown(ctx: HttpContext, { name, frequency }: Named) {
  const isPaused = frequency === 'off'
  const said = isPaused
    ? { title: 'listings.alerts.unsubscribe.done', text: 'listings.alerts.unsubscribe.done_text' }
    : { title: 'listings.alerts.unsubscribe.title', text: 'listings.alerts.unsubscribe.text' }
  const title = ctx.i18n.t(said.title, { name })
  const text = ctx.i18n.t(said.text)
  const page = sitePage(ctx, { title, description: text, path: '/', unlisted: true })
  const token = isPaused ? null : ctx.params.token
  return ctx.view.render('listings::pages/searches/unsubscribe', { page, title, text, token })
}
