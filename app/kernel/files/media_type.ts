import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'

const UNKNOWN = 'application/octet-stream'

/** Kinds of text have no signature: here, and only here, the name has a say. */
const TEXTS: Record<string, string> = {
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.vcf': 'text/vcard',
  '.ics': 'text/calendar',
  '.json': 'application/json',
}

/** Types that a browser may show by itself: none of them runs anything. */
const SHOWN = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'audio/mpeg',
])

export function mayBeShown(mediaType: string): boolean {
  return SHOWN.has(mediaType)
}

/** What the bytes say that they are. A page or a drawing with scripts is plain text here. */
export async function mediaTypeOf(path: string, name: string): Promise<string> {
  const known = await fileTypeFromFile(path)
  if (known) return known.mime
  if (!(await isText(path))) return UNKNOWN
  return TEXTS[extname(name).toLowerCase()] ?? 'text/plain'
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0)
    const start = buffer.subarray(0, bytesRead)
    return isUtf16(start) || !start.includes(0)
  } finally {
    await file.close()
  }
}

function isUtf16(start: Buffer): boolean {
  const mark = start.subarray(0, 2).toString('hex')
  return mark === 'fffe' || mark === 'feff'
}
