import type { MarketPack } from '#kernel/markets/market_pack'
import { columnLabels, type ColumnLabel } from './column_labels.ts'
import type { ColumnMapping, ColumnsByField, ContactField } from './contact_fields.ts'

/** What is the same for all rows of a list, and found out once. */
export type ListPlan = {
  columns: ColumnsByField
  labels: Map<string, ColumnLabel>
  market: MarketPack
}

export function planFor(mapping: ColumnMapping, market: MarketPack): ListPlan {
  const used = Object.keys(mapping).filter((column) => mapping[column] !== 'ignore')
  const columns = Map.groupBy(used, (column) => mapping[column] as ContactField)
  return { columns, labels: columnLabels(columns), market }
}
