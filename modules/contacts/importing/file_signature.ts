import { fileTypeFromBuffer } from 'file-type'
import { UnreadableFile } from './unreadable_file.ts'

/** Workbooks of Excel 97, and newer ones that a password protects, come in this container. */
const OFFICE_97 = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const FOREIGN_TEXTS: [pattern: RegExp, kind: string][] = [
  [/^<(!doctype|html|head|body|table|meta|div)\b/i, 'HTML'],
  [/^<(\?xml|svg|[a-z]+:)/i, 'XML'],
  [/^(\{\s*"|\[\s*[[{])/, 'JSON'],
  [/^%PDF-/, 'PDF'],
  [/^\{\\rtf/, 'RTF'],
  [/^BEGIN:VCALENDAR/i, 'iCalendar'],
]

export function isZip(head: Buffer): boolean {
  return head.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
}

/** Throws for bytes that are no text, and says what they are where that is known. */
export async function refuseBinary(head: Buffer): Promise<void> {
  if (head.subarray(0, 8).equals(OFFICE_97)) throw new UnreadableFile('old_excel_or_password')
  if (!head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return
  const type = await fileTypeFromBuffer(head)
  throw new UnreadableFile('not_a_list', { kind: (type?.ext ?? 'binary').toUpperCase() })
}

/** Throws for text that is no table: a web page, a document, a calendar. */
export function refuseForeignText(text: string): void {
  const beginning = text.trimStart()
  if (beginning === '') throw new UnreadableFile('empty')
  const kind = FOREIGN_TEXTS.find(([pattern]) => pattern.test(beginning))?.[1]
  if (kind) throw new UnreadableFile('not_a_list', { kind })
}
