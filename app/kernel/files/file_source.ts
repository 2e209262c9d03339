import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Result, done, refused } from '#kernel/result/result'

/** Bytes in memory, a stream, or a file of this machine (which stays where it is). */
export type FileSource = Buffer | Readable | { path: string }

export interface Measured {
  path: string
  bytes: number
  sha256: string
}

export type Unfit = 'too_large' | 'empty'

/**
 * Lets `work` have the source as a file of known size and hash. It stops reading at `most` bytes,
 * whatever a sender announced, and leaves no temporary file.
 */
export async function withMeasured<T>(
  source: FileSource,
  most: number,
  work: (measured: Measured) => Promise<T>
): Promise<Result<T, Unfit>> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-file-'))
  try {
    const measured = await measure(source, most, join(folder, 'file'))
    if (measured.bytes > most) return refused('too_large')
    if (measured.bytes === 0) return refused('empty')
    return done(await work(measured))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(source: FileSource, most: number, copy: string): Promise<Measured> {
  const hash = createHash('sha256')
  let bytes = 0
  const watch = async function* (chunks: AsyncIterable<Buffer | string>) {
    for await (const chunk of chunks) {
      const content = Buffer.from(chunk)
      bytes += content.length
      if (bytes > most) return
      hash.update(content)
      yield content
    }
  }
  const local = localPath(source)
  await pipeline(readableOf(source), watch, local ? drain : createWriteStream(copy))
  return { path: local ?? copy, bytes, sha256: hash.digest('hex') }
}

function localPath(source: FileSource): string | null {
  return Buffer.isBuffer(source) || source instanceof Readable ? null : source.path
}

function readableOf(source: FileSource): Readable {
  if (Buffer.isBuffer(source)) return Readable.from([source])
  return source instanceof Readable ? source : createReadStream(source.path)
}

async function drain(chunks: AsyncIterable<unknown>): Promise<void> {
  const reader = chunks[Symbol.asyncIterator]()
  while (!(await reader.next()).done);
}
