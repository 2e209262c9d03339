import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import iconv from 'iconv-lite'
import type { Readable } from 'node:stream'
import { LONGEST_RECORD, type TextFile } from '#app/imports'
import { UnreadableFile } from '#app/imports'

/** A line of a vCard with its continuations, each character standing for one byte. */
export type VcardLine = { line: number; bytes: string }

const PICTURES = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)\b/i

/**
 * The lines of a file of vCards, unfolded. They stay bytes, for a card may name an encoding for a
 * single line, and programs fold in the middle of a letter. Pictures are cut short.
 */
export async function* vcardLines(file: TextFile): AsyncGenerator<VcardLine> {
  const lines = createInterface({ input: bytesOf(file), crlfDelay: Infinity })
  let current: VcardLine | undefined
  let line = 0
  for await (const bytes of lines) {
    line++
    if (current && continues(current.bytes, bytes)) {
      current.bytes = joined(current, bytes)
      continue
    }
    if (current) yield current
    current = { line, bytes: bytes.replace(/^\u00ef\u00bb\u00bf/, '') }
  }
  if (current) yield current
}

/** UTF-16 becomes UTF-8 first, so that one byte of a line is one byte of its text. */
function bytesOf({ path, encoding }: TextFile): Readable {
  const raw = createReadStream(path)
  if (!encoding.startsWith('UTF-16')) return raw.setEncoding('latin1')
  const recoded = raw.pipe(iconv.decodeStream(encoding)).pipe(iconv.encodeStream('UTF-8'))
  return (recoded as unknown as Readable).setEncoding('latin1')
}

function continues(before: string, bytes: string): boolean {
  return /^[ \t]/.test(bytes) || endsSoftly(before)
}

/** Quoted-printable text goes on in the next line after an equals sign. */
function endsSoftly(bytes: string): boolean {
  return bytes.endsWith('=') && /^[^:]*;(ENCODING=)?QUOTED-PRINTABLE/i.test(bytes)
}

function joined({ line, bytes: before }: VcardLine, bytes: string): string {
  if (PICTURES.test(before)) return before
  if (before.length > LONGEST_RECORD) throw new UnreadableFile('record_too_long', { line })
  return endsSoftly(before) ? before.slice(0, -1) + bytes : before + bytes.slice(1)
}
