import iconv from 'iconv-lite'
import type { ContactFile, FileChoices, OpenedFile } from './contact_file.ts'
import { openCsv } from './csv_file.ts'
import { isZip, refuseBinary, refuseForeignText } from './file_signature.ts'
import { encodingOf, headOf, wideEncodingOf } from './text_encoding.ts'
import { openVcards } from './vcard_file.ts'
import { openXlsx } from './xlsx_file.ts'

const HEAD = 8192

/**
 * Opens a contact list as programs export them: separated text in any encoding, an Excel workbook
 * or vCards, told apart by what is in them and not by their name. Rejects with `UnreadableFile` for
 * everything else; so does reading the rows, where a file turns out to be broken further down.
 */
export async function openContactFile(
  path: string,
  name: string,
  choices: FileChoices = {}
): Promise<ContactFile> {
  const head = await headOf(path, HEAD)
  const opened = isZip(head) ? await openXlsx(path) : await openText(path, head, choices)
  return { name, ...opened }
}

async function openText(path: string, head: Buffer, choices: FileChoices): Promise<OpenedFile> {
  if (!wideEncodingOf(head)) await refuseBinary(head)
  const chosen = choices.encoding && iconv.encodingExists(choices.encoding)
  const encoding = chosen ? choices.encoding! : await encodingOf(path)

  const beginning = iconv.decode(head, encoding)
  refuseForeignText(beginning)
  const file = { path, encoding }
  return /^\s*BEGIN:VCARD/i.test(beginning) ? openVcards(file) : openCsv(file, choices.separator)
}
