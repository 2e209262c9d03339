import type { ListManner, OpenedFile } from './list_file.ts'
import { tableOf, type GridRow } from './table.ts'
import { UnreadableFile } from './unreadable_file.ts'
import { CellStyles } from './xlsx_formats.ts'
import { SheetRows, type WorkbookParts } from './xlsx_sheet.ts'
import { SharedTexts } from './xlsx_texts.ts'
import { WorkbookOutline, WorkbookRelations } from './xlsx_workbook.ts'
import { readXml, xmlSteps, type XmlListener } from './xml_reader.ts'
import { ZipArchive } from './zip_archive.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const OTHER_DOCUMENTS: [name: string, kind: string][] = [
  ['word/document.xml', 'Word'],
  ['ppt/presentation.xml', 'PowerPoint'],
  ['xl/workbook.bin', 'Excel binary (.xlsb)'],
  ['content.xml', 'OpenDocument'],
  ['Index/Document.iwa', 'Numbers'],
]
const MOST_UNPACKED = 256 * 1024 * 1024

type Workbook = { path: string; sheets: string[]; parts: WorkbookParts }

/** Opens the first sheet of an Excel workbook that has anything in it, streamed. */
export async function openXlsx(path: string, manner: ListManner): Promise<OpenedFile> {
  const workbook = await readably(() => workbookAt(path))
  const sheet = await firstFilledSheet(workbook)
  return { format: 'xlsx', ...(await tableOf(() => sheetRows(workbook, sheet), manner)) }
}

async function workbookAt(path: string): Promise<Workbook> {
  const archive = await ZipArchive.open(path, MOST_UNPACKED)
  if (!archive.has(WORKBOOK)) throw otherArchive(archive)
  const outline = await heard(archive, WORKBOOK, new WorkbookOutline())
  const relations = await heard(archive, RELATIONS, new WorkbookRelations())
  const { texts } = await heard(archive, relations.pathOfKind('sharedStrings'), new SharedTexts())
  const styles = await heard(archive, relations.pathOfKind('styles'), new CellStyles())

  const sheets = outline.relations().map((relation) => relations.pathOf(relation))
  return {
    path,
    sheets: sheets.filter((sheet) => sheet !== undefined && archive.has(sheet)) as string[],
    parts: { texts, shapes: styles.shapes(), isFrom1904: outline.isFrom1904 },
  }
}

/** Documents of other programs are archives too. */
function otherArchive(archive: ZipArchive): UnreadableFile {
  const [, kind] = OTHER_DOCUMENTS.find(([name]) => archive.has(name)) ?? []
  return kind ? new UnreadableFile('not_a_list', { kind }) : new UnreadableFile('archive')
}

async function heard<Listener extends XmlListener>(
  archive: ZipArchive,
  name: string | undefined,
  listener: Listener
): Promise<Listener> {
  if (name && archive.has(name)) await readXml(archive.read(name), listener)
  return listener
}

async function firstFilledSheet(workbook: Workbook): Promise<string> {
  for (const sheet of workbook.sheets) {
    const first = await sheetRows(workbook, sheet).next()
    if (!first.done) return sheet
  }
  throw new UnreadableFile('empty')
}

async function* sheetRows({ path, parts }: Workbook, sheet: string): AsyncGenerator<GridRow> {
  const archive = await ZipArchive.open(path, MOST_UNPACKED)
  const rows = new SheetRows(parts)
  const steps = xmlSteps(archive.read(sheet), rows)
  let isDone = false
  while (!isDone) {
    const step = await readably(() => steps.next())
    isDone = step.done === true
    yield* rows.take()
  }
}

/** What the unzipper or the XML reader stumbles over is a broken file. */
async function readably<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('broken', {}, { cause: error })
  }
}
