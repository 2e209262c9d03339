import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { RereadImport, SEPARATORS, importReadingValidator } from '#app/imports'
import { contactLists } from '../imports/contact_lists.ts'
import { importInReach } from '../imports/in_reach.ts'

/** How a list is read: its encoding and its separator. */
export default class ImportReadingsController {
  async update(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const { encoding, separator } = await ctx.request.validateUsing(importReadingValidator)
    const mark = separator && SEPARATORS[separator]
    const read = await new RereadImport(contactLists).handle(work, { encoding, separator: mark })
    if (!read.ok) {
      const { key = `contacts.import.refused.${read.reason}`, ...facts } = read.facts
      return refuse(ctx, { status: 422, key: key as string, facts, field: 'encoding' })
    }
    return ctx.response.redirect().toPath(`/app/contacts/imports/${work.id}/edit`)
  }
}
