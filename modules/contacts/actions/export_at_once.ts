import { readFile } from 'node:fs/promises'
import type { I18n } from '@adonisjs/i18n'
import { customFieldsOf } from '#app/records'
import { unit } from '#kernel/tenancy/tenancy'
import { exportColumns } from '../exports/export_columns.ts'
import type { ExportFacts } from '../exports/export_facts.ts'
import { exportPage } from '../exports/export_page.ts'
import { auditExport } from '../exports/export_steps.ts'
import { ExportWriter } from '../exports/export_writer.ts'

/** So few contacts are written while the person waits. */
export const AT_ONCE = 1_000

/** Writes a short list and answers the bytes of its file. */
export class ExportAtOnce {
  async handle(facts: ExportFacts, i18n: I18n): Promise<Buffer> {
    const columns = exportColumns(await customFieldsOf('contact'), { i18n, tenant: unit().tenant })
    const writer = await ExportWriter.open(facts, columns, i18n.t('contacts.title'))
    try {
      const page = await exportPage(facts.query, null, AT_ONCE)
      await writer.write(page)
      await writer.close()
      auditExport(null, { ...facts, contacts: page.contacts.length })
      return await readFile(writer.path)
    } finally {
      await writer.remove()
    }
  }
}
