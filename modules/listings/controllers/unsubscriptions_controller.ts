import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { searchOf } from '../alerts/pause_link.ts'

/** The link in a letter: one click, without signing in, pauses the search (RFC 8058). */
export default class UnsubscriptionsController {
  async create(ctx: HttpContext) {
    const search = await tenancy.run(ctx.tenant!, () => searchAt(ctx), { readOnly: true })
    return ctx.view.render(PAGE, { search, token: ctx.params.token })
  }

  async store(ctx: HttpContext) {
    const search = await tenancy.run(ctx.tenant!, async () => {
      const { id, name } = await searchAt(ctx)
      await unitSql(PAUSE, [id])
      return { name, frequency: 'off' }
    })
    return ctx.view.render(PAGE, { search, token: null })
  }
}

const PAGE = 'listings::pages/searches/unsubscribe'
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
