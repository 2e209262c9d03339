import type { HttpContext } from '@adonisjs/core/http'
import { RereadImport, SEPARATORS, importReadingValidator } from '#app/imports'
import { refuse } from '#kernel/http/refuse'
import { importInReach } from '../imports/in_reach.ts'
import { leadLists } from '../imports/lead_lists.ts'

/** How a list is read: its encoding and its separator. */
export default class ImportReadingsController {
  async update(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const { encoding, separator } = await ctx.request.validateUsing(importReadingValidator)
    const mark = separator && SEPARATORS[separator]
    const read = await new RereadImport(leadLists).handle(work, { encoding, separator: mark })
    if (read.ok) return ctx.response.redirect().toPath(`/app/leads/imports/${work.id}/edit`)
    const { key = `leads.import.refused.${read.reason}`, ...facts } = read.facts
    return refuse(ctx, { status: 422, key: key as string, facts, field: 'encoding' })
  }
}
