import { SaxesParser } from 'saxes'

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

/** Reads a document piece by piece, so that what was heard can be taken between the pieces. */
export async function* xmlSteps(bytes: AsyncIterable<Buffer>, listener: XmlListener) {
  const parser = parserFor(listener)
  const decoder = new TextDecoder()
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.close()
  yield
}

function parserFor(listener: XmlListener) {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    listener.open?.(localName(name), attributes as XmlAttributes)
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('closetag', ({ name }) => listener.close?.(localName(name)))
  return parser
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
