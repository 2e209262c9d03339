const SEPARATORS = [',', ';', '\t', '|']

export type CsvLayout = {
  separator: string
  /** Rows before the table: Excel's line `sep=;`. */
  prelude: number
}

/** How the cells of a text are set apart, from its beginning; a line cut short at its end may be given. */
export function csvLayoutOf(sample: string, chosen?: string): CsvLayout {
  const announced = /^"?sep=(.)"?\r?(\n|$)/i.exec(sample)
  const separator = chosen ?? announced?.[1] ?? likeliest(sample)
  return { separator, prelude: announced ? 1 : 0 }
}

function likeliest(sample: string): string {
  const lines = withoutQuotedCells(sample).split(/\r\n|\n|\r/)
  const filled = lines.slice(0, Math.max(1, lines.length - 1)).filter((line) => line.trim() !== '')
  const scores = SEPARATORS.map((separator) => score(filled, separator))
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ','
}

/** Lines that agree on their number of cells weigh most; among equals, more cells win. */
function score(lines: string[], separator: string): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const cells = line.split(separator).length
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1)
  }
  const scores = [...counts].map(([cells, times]) => times / lines.length + cells / 10_000)
  return Math.max(0, ...scores)
}

/** A line of nothing but quoted cells and tabs is not empty. */
const QUOTED = 'quoted'

function withoutQuotedCells(sample: string): string {
  return sample.replaceAll(/(?<=^|[,;\t|\r\n])"(?:[^"]|"")*"(?=$|[,;\t|\r\n])/g, QUOTED)
}
