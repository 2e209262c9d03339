export const FORMATS = ['csv', 'xlsx'] as const

export type Format = (typeof FORMATS)[number]

/** What an export remembers; `facts` of its bulk work. */
export interface ExportFacts {
  format: Format
  /** The address of the list that it is of: what stands behind the question mark. */
  query: Record<string, unknown>
  fileName: string
}
