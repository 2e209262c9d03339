import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** One property of a card: `item1.TEL;TYPE=cell:+263…` */
export type VcardProperty = {
  name: string
  /** Ties a property to its label: the `item1` of `item1.TEL`. */
  group: string
  /** What kind of phone, address and so on: cell, work, pref, or a label of the person's own. */
  types: string[]
  /** As it stands in the card, with its escapes. */
  value: string
}

type Parameters = { types: string[]; encoding: string; charset: string }

/** Reads one unfolded line; undefined where it is none. `encoding` is that of the file. */
export function vcardProperty(bytes: string, encoding: string): VcardProperty | undefined {
  const parts = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(bytes)
  if (!parts) return undefined
  const [, group = '', name = '', written = '', raw = ''] = parts
  const parameters = parametersOf(written)
  return {
    name: name.toUpperCase(),
    group: group.toLowerCase(),
    types: parameters.types,
    value: textOf(rawBytes(raw, parameters.encoding), parameters.charset || encoding),
  }
}

/** The parts of a value that `separator` sets apart: those of N or ADR, the words of CATEGORIES. */
export function partsOf(value: string, separator: ';' | ','): string[] {
  const parts = ['']
  for (const token of value.match(/\\.|[^]/gs) ?? []) {
    if (token === separator) parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts.map(unescaped)
}

export function unescaped(value: string): string {
  return value.replaceAll(/\\([nN,;:\\])/g, (_, mark) => (/n/i.test(mark) ? '\n' : mark)).trim()
}

function parametersOf(written: string): Parameters {
  const parameters: Parameters = { types: [], encoding: '', charset: '' }
  for (const parameter of written.split(';').slice(1)) {
    const [, name = '', value = ''] = /^(?:([\w-]+)=)?(.*)$/s.exec(parameter)!
    const text = value.replaceAll('"', '').toLowerCase()
    const role = roleOf(name.toLowerCase(), text)
    if (role === 'type') parameters.types.push(...typesIn(value, text))
    else if (role) parameters[role] = text
  }
  return parameters
}

/** Version 2.1 leaves the names of parameters out: `TEL;CELL;VOICE:`. */
function roleOf(name: string, text: string): 'type' | 'encoding' | 'charset' | undefined {
  if (name === 'encoding' || isEncoding(text)) return 'encoding'
  if (name === 'charset') return 'charset'
  return name === 'type' || name === '' ? 'type' : undefined
}

function typesIn(value: string, text: string): string[] {
  const own = ownLabel(value)
  return own ? [own] : text.split(',').filter(Boolean)
}

/** Android writes a label of the person's own as a type. */
function ownLabel(value: string): string | undefined {
  const label = /^X-CUSTOM\((?:[^()]*,)?([^(),]*)\)$/i.exec(value)?.[1]
  return label && textOf(Buffer.from(unquoted(label), 'latin1'), 'utf-8')
}

function isEncoding(text: string): boolean {
  return text === 'quoted-printable' || text === 'base64'
}

function rawBytes(raw: string, encoding: string): Buffer {
  if (encoding === 'b' || encoding === 'base64') return Buffer.from(raw, 'base64')
  const isQuoted = encoding === 'quoted-printable'
  return Buffer.from(isQuoted ? unquoted(raw) : raw, 'latin1')
}

function unquoted(raw: string): string {
  return raw.replaceAll(/=([0-9A-F]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16))
  )
}

/** UTF-8 is told by its form, whatever is claimed: programs name an encoding and write another. */
function textOf(bytes: Buffer, encoding: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  return iconv.decode(bytes, isSingleByte(encoding) ? encoding : 'windows-1252')
}

function isSingleByte(encoding: string): boolean {
  return iconv.encodingExists(encoding) && !/^utf/i.test(encoding)
}
