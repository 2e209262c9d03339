import iconv from 'iconv-lite'
import { openCsv } from './csv_file.ts'
import { isZip, refuseBinary, refuseForeignText } from './file_signature.ts'
import type { FileChoices, ListFile, ListManner, OpenedFile } from './list_file.ts'
import { encodingOf, headOf, wideEncodingOf } from './text_encoding.ts'
import { openXlsx } from './xlsx_file.ts'

const HEAD = 8192

/** A file on this machine, and how it is to be read. */
export interface ListSource {
  path: string
  name: string
  choices?: FileChoices
}

/**
 * Opens a list as programs export them: separated text in any encoding, or an Excel workbook, told
 * apart by what is in them and not by their name. Rejects with `UnreadableFile` for everything
 * else; so does reading the rows, where a file turns out to be broken further down.
 */
export async function openList(
  { path, name, choices = {} }: ListSource,
  manner: ListManner
): Promise<ListFile> {
  const head = await headOf(path, HEAD)
  const opened = isZip(head)
    ? await openXlsx(path, manner)
    : await openText({ path, head, choices }, manner)
  return { name, ...opened }
}

interface Text {
  path: string
  head: Buffer
  choices: FileChoices
}

async function openText({ path, head, choices }: Text, manner: ListManner): Promise<OpenedFile> {
  if (!wideEncodingOf(head)) await refuseBinary(head)
  const chosen = choices.encoding && iconv.encodingExists(choices.encoding)
  const encoding = chosen ? choices.encoding! : await encodingOf(path)

  const beginning = iconv.decode(head, encoding)
  refuseForeignText(beginning)
  const file = { path, encoding }
  return manner.openText?.(file, beginning) ?? openCsv(file, manner, choices.separator)
}
