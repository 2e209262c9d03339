import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of these files, for workbooks that no sane program writes. */
export function zipOf(files: Record<string, string | Bomb>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const entry = packed(name, content)
    directory.push(directoryEntry(entry, offset))
    locals.push(entry.head, entry.name, entry.data)
    offset += entry.head.length + entry.name.length + entry.data.length
  }
  return Buffer.concat([...locals, ...directory, endOf(directory, offset)])
}

/** A sheet in an archive that goes on for `times` times its text, and claims to be empty. */
export class Bomb {
  readonly data: Buffer

  constructor(text: string, times: number) {
    const [opening, block] = ['<worksheet><sheetData>', text].map((part) =>
      deflateRawSync(part, { finishFlush: constants.Z_FULL_FLUSH })
    ) as [Buffer, Buffer]
    this.data = Buffer.concat([opening, ...Array<Buffer>(times).fill(block), deflateRawSync('')])
  }
}

/** The parts that make an archive a workbook with one sheet. */
export function workbookOf(sheet: string | Bomb, others: Record<string, string> = {}): Buffer {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets><sheet r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...others,
  })
}

type Entry = { head: Buffer; name: Buffer; data: Buffer }

function packed(path: string, content: string | Bomb): Entry {
  const name = Buffer.from(path)
  const plain = Buffer.from(content instanceof Bomb ? '' : content)
  const data = content instanceof Bomb ? content.data : deflateRawSync(plain)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(crc32(plain), 14)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt32LE(plain.length, 22)
  head.writeUInt16LE(name.length, 26)
  return { head, name, data }
}

function directoryEntry({ head, name }: Entry, offset: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  head.copy(entry, 6, 4, 30)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

function endOf(directory: Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
