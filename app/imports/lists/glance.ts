import type { ListKind } from '../list_kind.ts'
import type { ListFile, ListRow } from '../reading/list_file.ts'
import { type ListSource, openList } from '../reading/open_list.ts'
import { UnreadableFile } from '../reading/unreadable_file.ts'

export const MOST_BYTES = 50 * 1024 * 1024
const SAMPLE_ROWS = 20
const LONGEST_SAMPLE = 1_000
/** Milliseconds. A file that takes longer was made to take long. */
const PATIENCE = 8_000

export interface Glance {
  file: ListFile
  sample: ListRow[]
}

/** Opens what somebody sent and reads its first rows. Rejects with `UnreadableFile`. */
export function glanceAt(source: ListSource, kind: ListKind): Promise<Glance> {
  let timer: NodeJS.Timeout
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreadableFile('too_large')), PATIENCE)
  })
  return Promise.race([firstRows(source, kind), deadline]).finally(() => clearTimeout(timer))
}

async function firstRows(source: ListSource, { manner }: ListKind): Promise<Glance> {
  const file = await openList(source, manner)
  const sample: ListRow[] = []
  for await (const row of file.rows()) {
    sample.push(shortened(row))
    if (sample.length === SAMPLE_ROWS) break
  }
  return { file, sample }
}

/** The preview is kept with the draft: a cell that holds a book shows its beginning. */
function shortened({ line, cells, overflow }: ListRow): ListRow {
  const short = Object.entries(cells).map(([column, text]) => [
    column,
    text.slice(0, LONGEST_SAMPLE).toWellFormed(),
  ])
  return {
    line,
    cells: Object.fromEntries(short),
    ...(overflow && { overflow: overflow.slice(0, 50) }),
  }
}
