import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { UnreadableFile } from './unreadable_file.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_END = 22 + 0xffff
const MOST_ENTRIES = 10_000
const ENTRY_HEAD = 46
const LOCAL_HEAD = 30
const DEFLATED = 8

type Entry = { method: number; size: number; offset: number }

/**
 * The files in a zip archive, read one by one as streams. Sizes that an archive claims are not
 * trusted: unpacking stops with `too_large` after `most` bytes of all files together.
 */
export class ZipArchive {
  #unpacked = 0

  constructor(
    readonly path: string,
    readonly entries: Map<string, Entry>,
    readonly most: number
  ) {}

  static async open(path: string, most: number): Promise<ZipArchive> {
    const file = await open(path)
    try {
      return new ZipArchive(path, await directoryOf(file), most)
    } finally {
      await file.close()
    }
  }

  has(name: string): boolean {
    return this.entries.has(nameInArchive(name))
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(nameInArchive(name))
    if (!entry) throw new UnreadableFile('broken')
    for await (const chunk of await unpacked(this.path, entry)) {
      this.#unpacked += chunk.length
      if (this.#unpacked > this.most) throw new UnreadableFile('too_large')
      yield chunk
    }
  }
}

/** Excel does not mind capitals, and some programs write backslashes. */
function nameInArchive(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

async function directoryOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
  const end = tail.lastIndexOf(signature(END_OF_DIRECTORY))
  if (end < 0 || end + 22 > tail.length) throw new UnreadableFile('broken')

  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES || offset + length > size) throw new UnreadableFile('broken')
  return entriesIn(await bytesAt(file, offset, length))
}

function entriesIn(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  while (at + ENTRY_HEAD <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + ENTRY_HEAD, at + ENTRY_HEAD + nameLength)
    entries.set(nameInArchive(name), {
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at +=
      ENTRY_HEAD + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function unpacked(path: string, { method, size, offset }: Entry): Promise<Readable> {
  const packed = createReadStream(path, await bytesOf(path, offset, size))
  if (method !== DEFLATED) return packed
  return pipeline(packed, createInflateRaw(), () => {})
}

/** The file's own head repeats its name, and may be longer than the directory says. */
async function bytesOf(path: string, offset: number, size: number) {
  const file = await open(path)
  try {
    const head = await bytesAt(file, offset, LOCAL_HEAD)
    const start = offset + LOCAL_HEAD + head.readUInt16LE(26) + head.readUInt16LE(28)
    return { start, end: start + size - 1 }
  } finally {
    await file.close()
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position })
  if (bytesRead < length) throw new UnreadableFile('broken')
  return buffer
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
