import type { ContactFile, ContactRow, FileChoices } from '../importing/contact_file.ts'
import { openContactFile } from '../importing/open_contact_file.ts'
import { UnreadableFile } from '../importing/unreadable_file.ts'

export const MOST_BYTES = 50 * 1024 * 1024
const SAMPLE_ROWS = 20
const LONGEST_SAMPLE = 1_000
/** Milliseconds. A file that takes longer was made to take long. */
const PATIENCE = 8_000

export interface Glance {
  file: ContactFile
  sample: ContactRow[]
}

/** Opens what somebody sent and reads its first rows. Rejects with `UnreadableFile`. */
export function glanceAt(path: string, name: string, choices: FileChoices = {}): Promise<Glance> {
  let timer: NodeJS.Timeout
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreadableFile('too_large')), PATIENCE)
  })
  return Promise.race([firstRows(path, name, choices), deadline]).finally(() => clearTimeout(timer))
}

async function firstRows(path: string, name: string, choices: FileChoices): Promise<Glance> {
  const file = await openContactFile(path, name, choices)
  const sample: ContactRow[] = []
  for await (const row of file.rows()) {
    sample.push(shortened(row))
    if (sample.length === SAMPLE_ROWS) break
  }
  return { file, sample }
}

/** The preview is kept with the draft: a cell that holds a book shows its beginning. */
function shortened({ line, cells, overflow }: ContactRow): ContactRow {
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
