import { SaxesParser } from 'saxes'
import { UnreadableFile } from './unreadable_file.ts'

const LONGEST_SILENCE = 2_000_000

export type XmlAttributes = Record<string, string>

/** Hears the elements of a document by their local names, whatever prefix a program gave them. */
export interface XmlListener {
  open?(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

/** Reads a document to its end. Rejects where it is not well-formed. */
export async function readXml(bytes: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  await Array.fromAsync(xmlSteps(bytes, listener))
}

/**
 * Reads a document piece by piece, so that what was heard can be taken between the pieces. The parser
 * holds a text until its end; one of millions of letters is no cell but an attack on memory.
 */
export async function* xmlSteps(bytes: AsyncIterable<Buffer>, listener: XmlListener) {
  const silence = { bytes: 0 }
  const parser = parserFor(listener, silence)
  const decoder = new TextDecoder()
  for await (const chunk of bytes) {
    silence.bytes += chunk.length
    parser.write(decoder.decode(chunk, { stream: true }))
    if (silence.bytes > LONGEST_SILENCE) throw new UnreadableFile('too_large')
    yield
  }
  parser.close()
  yield
}

function parserFor(listener: XmlListener, silence: { bytes: number }) {
  const parser = new SaxesParser()
  parser.on('error', forgiveCharacters)
  parser.on('opentag', ({ name, attributes }) => {
    silence.bytes = 0
    listener.open?.(localName(name), attributes as XmlAttributes)
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('closetag', ({ name }) => {
    silence.bytes = 0
    listener.close?.(localName(name))
  })
  return parser
}

/** Programs write characters that XML has no place for; a text with one is still a text. */
function forgiveCharacters(error: Error): void {
  if (!/disallowed character|malformed character entity/.test(error.message)) throw error
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
