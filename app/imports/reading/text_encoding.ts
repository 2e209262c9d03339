import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { isAscii } from 'node:buffer'
import { singleByteEncodingOf } from './single_byte_text.ts'

const HEAD = 4096
const SAMPLE = 256 * 1024

type Tally = { nonAscii: number; broken: number; sample: Buffer[]; sampled: number }

/** The encoding of a text file, found by its bytes: a mark, the pattern of UTF-16, valid UTF-8, or the likeliest old one. */
export async function encodingOf(path: string): Promise<string> {
  const head = await headOf(path, HEAD)
  const wide = wideEncodingOf(head)
  if (wide) return wide

  const tally = await tallyOf(path)
  const isUtf8 = tally.broken * 10 <= tally.nonAscii
  return isUtf8 ? 'UTF-8' : singleByteEncodingOf(Buffer.concat(tally.sample))
}

/** The first `length` bytes of a file, or all of them. */
export async function headOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** UTF-16 by its mark, or, where a program left the mark out, by the zero bytes of Latin letters. */
export function wideEncodingOf(head: Buffer): string | undefined {
  const mark = head.subarray(0, 2).toString('hex')
  const [high, low] = [zeroShare(head, 0), zeroShare(head, 1)]
  if (mark === 'fffe' || (low > 0.3 && high < 0.1)) return 'UTF-16LE'
  return mark === 'feff' || (high > 0.3 && low < 0.1) ? 'UTF-16BE' : undefined
}

/** How many of the even or odd bytes are zero. */
function zeroShare(head: Buffer, parity: 0 | 1): number {
  const zeros = head.filter((byte, index) => byte === 0 && index % 2 === parity)
  return zeros.length / Math.max(1, head.length / 2)
}

/** Programs cut texts in the middle of a letter, so that some broken bytes are still UTF-8. */
async function tallyOf(path: string): Promise<Tally> {
  const tally: Tally = { nonAscii: 0, broken: 0, sample: [], sampled: 0 }
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true })
    if (!isAscii(chunk)) tallyUp(tally, text, chunk)
  }
  return tally
}

function tallyUp(tally: Tally, text: string, chunk: Buffer): void {
  tally.nonAscii += text.match(/\P{ASCII}/gu)?.length ?? 0
  tally.broken += text.match(/\ufffd/g)?.length ?? 0
  if (tally.sampled > SAMPLE) return
  tally.sample.push(chunk)
  tally.sampled += chunk.length
}
