import i18nManager from '@adonisjs/i18n/services/main'
import type { SheetPlan } from '#app/exports'
import { customFieldsOf } from '#app/records'
import { unit } from '#kernel/tenancy/tenancy'
import { exportColumns } from './export_columns.ts'
import { countAsked, exportPage } from './export_page.ts'

/** How a list of listings becomes a table. */
export default {
  module: 'listings',
  count: countAsked,

  async open() {
    const i18n = i18nManager.locale('en')
    const columns = exportColumns(await customFieldsOf('listing'), { i18n, tenant: unit().tenant })
    return {
      title: i18n.t('listings.title'),
      headings: columns.map(({ heading }) => heading),
      async page(query, after, most) {
        const { listings, next } = await exportPage(query, after, most)
        return { rows: listings.map((listing) => columns.map(({ cell }) => cell(listing))), next }
      },
    }
  },
} satisfies SheetPlan
