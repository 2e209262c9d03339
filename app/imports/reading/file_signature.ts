import { fileTypeFromBuffer } from 'file-type'
import { UnreadableFile } from './unreadable_file.ts'

/** Workbooks of Excel 97, and newer ones that a password protects, come in this container. */
const OFFICE_97 = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Texts have a stray control character now and then. */
const FEW_CONTROLS = 20
const SHARE_OF_CONTROLS = 0.03

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
  const controls = head.filter(isControl).length
  const type = controls > 0 ? await fileTypeFromBuffer(head) : undefined
  const isText = type === undefined || type.mime.startsWith('text/')
  if (!isText) throw new UnreadableFile('not_a_list', { kind: type.ext.toUpperCase() })
  if (controls > FEW_CONTROLS && controls / head.length > SHARE_OF_CONTROLS) {
    throw new UnreadableFile('not_a_list', { kind: 'binary' })
  }
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32)
}

/** Throws for text that is no table: a web page, a document, a calendar. */
export function refuseForeignText(text: string): void {
  const beginning = text.trimStart()
  if (beginning === '') throw new UnreadableFile('empty')
  const kind = FOREIGN_TEXTS.find(([pattern]) => pattern.test(beginning))?.[1]
  if (kind) throw new UnreadableFile('not_a_list', { kind })
}
