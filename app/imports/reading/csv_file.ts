import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, parse, type Options, type Info } from 'csv-parse'
import iconv from 'iconv-lite'
import { LONGEST_RECORD, type ListManner, type OpenedFile, type TextFile } from './list_file.ts'
import { csvLayoutOf, type CsvLayout } from './csv_separator.ts'
import { tableOf, type GridRow, type Table } from './table.ts'
import { headOf } from './text_encoding.ts'
import { UnreadableFile } from './unreadable_file.ts'

const SAMPLE = 64 * 1024
const SAMPLE_ROWS = 50

type CsvSource = CsvLayout & { path: string; encoding: string }
type CsvRecord = { record: string[]; info: Info }

/** Opens separated text in any encoding, with any usual separator, streamed. */
export async function openCsv(
  file: TextFile,
  manner: ListManner,
  separator?: string
): Promise<OpenedFile> {
  const sample = iconv.decode(await headOf(file.path, SAMPLE), file.encoding)
  const layout = csvLayoutOf(sample, separator)
  const source = { ...file, ...layout }

  const table = await tableOf(() => records(source), manner)
  if (!(await isKnownTable(table, manner))) throw new UnreadableFile('no_table')
  return { format: 'csv', encoding: file.encoding, separator: layout.separator, ...table }
}

/** Any text is a table of sorts; one that is meant has a known heading, or cells that are values. */
async function isKnownTable(
  { columns, rows }: Table,
  { isHeading, isValue }: ListManner
): Promise<boolean> {
  if (columns.some(isHeading)) return true
  let line = 0
  for await (const { cells } of rows()) {
    if (Object.values(cells).some(isValue)) return true
    if (++line === SAMPLE_ROWS) break
  }
  return columns.length > 2
}

async function* records(source: CsvSource): AsyncGenerator<GridRow> {
  const parser = parse(options(source.separator))
  pipeline(createReadStream(source.path), iconv.decodeStream(source.encoding), parser, () => {})
  const progress = { line: source.prelude }
  try {
    yield* filledRecords(parser, progress)
  } catch (error) {
    throw readable(error, progress.line + 1)
  }
}

/** Lines without text count, as they do in a spreadsheet, but are no rows. */
async function* filledRecords(parser: AsyncIterable<CsvRecord>, progress: { line: number }) {
  const { line: prelude } = progress
  for await (const { record, info } of parser) {
    progress.line = info.records + info.empty_lines
    const isFilled = record.some((cell) => cell.trim() !== '')
    if (isFilled && progress.line > prelude) yield { line: progress.line, values: record }
  }
}

function options(delimiter: string): Options {
  return {
    delimiter,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
  }
}

function readable(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error
  const reason = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed_quote' : 'record_too_long'
  return new UnreadableFile(reason, { line }, { cause: error })
}
