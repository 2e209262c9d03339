import i18nManager from '@adonisjs/i18n/services/main'
import type { SheetPlan } from '#app/exports'
import { customFieldsOf } from '#app/records'
import { unit } from '#kernel/tenancy/tenancy'
import { exportColumns } from './export_columns.ts'
import { countAsked, exportPage } from './export_page.ts'

/** How a list of leads becomes a table. */
export default {
  module: 'leads',
  count: countAsked,

  async open() {
    const i18n = i18nManager.locale('en')
    const columns = exportColumns(await customFieldsOf('lead'), { i18n, tenant: unit().tenant })
    return {
      title: i18n.t('leads.title'),
      headings: columns.map(({ heading }) => heading),
      async page(query, after, most) {
        const page = await exportPage(query, after, most)
        const rows = page.leads.map((lead) => columns.map(({ cell }) => cell(lead, page)))
        return { rows, next: page.next }
      },
    }
  },
} satisfies SheetPlan
