import type { HttpContext } from '@adonisjs/core/http'
import type { ListingRow } from '../queries/listing_list.ts'
import { writtenArea } from './written.ts'

type Measured = Pick<
  ListingRow,
  'type' | 'beds' | 'baths' | 'size_value' | 'size_unit' | 'plot_value' | 'plot_unit'
>

/** What a card says below its picture. */
export function rowFacts(ctx: HttpContext, row: Measured): string[] {
  const { i18n } = ctx
  return [
    i18n.t(`listings.types.${row.type}`),
    row.beds === null ? null : i18n.t('listings.short.beds', { count: row.beds }),
    row.baths === null ? null : i18n.t('listings.short.baths', { count: row.baths }),
    rowArea(ctx, row),
  ].filter((fact) => fact !== null)
}

/** How large it is; of what has no rooms, its plot. */
export function rowArea(ctx: HttpContext, row: Measured): string | null {
  const { size_value: size, size_unit: unit, plot_value: plot, plot_unit: plotUnit } = row
  return writtenArea(ctx, size, unit) ?? writtenArea(ctx, plot, plotUnit)
}
