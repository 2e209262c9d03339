import { inflateSync } from 'node:zlib'

/** What a reader of PDF sees: pages, pictures, and the words of each stream of drawing. */
export interface ReadBrochure {
  pages: number
  pictures: number
  text: string
}

/** Reads what pdfkit writes: enough of PDF to know what stands on the paper. */
export function readBrochure(content: Buffer): ReadBrochure {
  const whole = content.toString('latin1')
  const streams = streamsOf(whole)
  const signs = new Map(
    [...whole.matchAll(/\/F(\d+) (\d+) 0 R/g)].map(([, font, object]) => [
      font,
      signsOf(whole, streams, object),
    ])
  )
  return {
    pages: whole.match(/\/Type \/Page\b/g)?.length ?? 0,
    pictures: whole.match(/\/Subtype \/Image/g)?.length ?? 0,
    text: [...streams.values()].map((stream) => textOf(stream, signs)).join('\n'),
  }
}

/** Streams of text by the number of their object, unpacked. */
function streamsOf(whole: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, object, head, body] of whole.matchAll(
    /(\d+) 0 obj\n(<<(?:(?!endobj)[\s\S])*?>>)\nstream\n([\s\S]*?)\nendstream/g
  )) {
    if (!head.includes('/FlateDecode') || head.includes('/FontFile')) continue
    try {
      found.set(object, inflateSync(Buffer.from(body, 'latin1')).toString('latin1'))
    } catch {
      // Not packed text, but a font or a picture.
    }
  }
  return found
}

/** Which sign each glyph of a font stands for. */
function signsOf(whole: string, streams: Map<string, string>, font: string): string[] {
  const definition =
    new RegExp(`\\n${font} 0 obj\\n<<([\\s\\S]*?)>>\\nendobj`).exec(whole)?.[1] ?? ''
  const map = streams.get(/\/ToUnicode (\d+) 0 R/.exec(definition)?.[1] ?? '') ?? ''
  const listed = /beginbfrange\n([\s\S]*?)endbfrange/.exec(map)?.[1] ?? ''
  const inBrackets = [...listed.matchAll(/\[([^\]]*)\]/g)].map(([, inside]) => inside).join(' ')
  return [...inBrackets.matchAll(/<([^>]*)>/g)].map(([, hex]) => fromUtf16(hex.replaceAll(' ', '')))
}

function textOf(stream: string, signs: Map<string, string[]>): string {
  let font: string[] = []
  let text = ''
  for (const [, name, shown] of stream.matchAll(/\/F(\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = signs.get(name) ?? []
    else text += `${wordsOf(shown, font)}\n`
  }
  return text
}

function wordsOf(shown: string, font: string[]): string {
  const hex = [...shown.matchAll(/<([^>]*)>/g)].map(([, digits]) => digits).join('')
  return (hex.match(/.{4}/g) ?? []).map((glyph) => font[Number.parseInt(glyph, 16)] ?? '').join('')
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}
