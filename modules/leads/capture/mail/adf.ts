import { SaxesParser } from 'saxes'
import { type Captured, plain } from '../captured.ts'
import { emptyCapture, intentIn } from '../named_fields.ts'

const MOST = 262_144
const DEEPEST = 32
const MOST_LEADS = 50

interface Element {
  name: string
  attributes: Record<string, string>
  text: string
}

export interface AdfLead {
  captured: Captured
  /** Its id and who sent it, as far as it says. */
  detail: Record<string, string>
}

/** The text of an ADF document within a mail; null where there is none. */
export function adfIn(text: string): string | null {
  const start = text.search(/<(!DOCTYPE adf|adf)\b/i)
  const end = text.toLowerCase().lastIndexOf('</adf>')
  return start < 0 || end < start ? null : text.slice(start, end + '</adf>'.length)
}

/**
 * The prospects of an ADF document, the form in which many portals send leads; null where it
 * cannot be read. The parser knows no entities but XML's own five and opens no address.
 */
export function readAdf(text: string): AdfLead[] | null {
  if (text.length > MOST || /<!(DOCTYPE|ENTITY)/i.test(text)) return null
  const reading = new AdfReading()
  try {
    reading.read(text)
  } catch {
    return null
  }
  return reading.leads.length > 0 ? reading.leads : null
}

class AdfReading {
  readonly leads: AdfLead[] = []
  readonly #open: Element[] = []

  read(text: string): void {
    const parser = new SaxesParser()
    parser.on('opentag', (tag) => this.#enter(tag.name.toLowerCase(), tag.attributes))
    parser.on('text', (said) => this.#write(said))
    parser.on('cdata', (said) => this.#write(said))
    parser.on('closetag', () => this.#leave())
    parser.on('error', (error) => {
      throw error
    })
    parser.write(text).close()
  }

  #enter(name: string, attributes: object): void {
    if (this.#open.length >= DEEPEST) throw new Error('too deep')
    if (name === 'prospect' && this.leads.length < MOST_LEADS)
      this.leads.push({ captured: emptyCapture(), detail: {} })
    this.#open.push({ name, attributes: attributes as Record<string, string>, text: '' })
  }

  #write(said: string): void {
    const element = this.#open.at(-1)
    if (element) element.text += said
  }

  #leave(): void {
    const element = this.#open.pop()
    const lead = this.leads.at(-1)
    if (!element || !lead) return
    const text = plain(element.text, 5_000)
    if (text !== '') note(lead, this.#open.map(({ name }) => name).join('/'), { ...element, text })
  }
}

/** What an element says of the lead, told by where it stands. */
function note({ captured, detail }: AdfLead, path: string, element: Element): void {
  const { name, text } = element
  if (path.includes('/customer')) return noteCustomer(captured, path, element)
  if (/\/(property|listing|vehicle)$/.test(path)) return noteProperty(captured, name, text)
  const told = DETAILS[`${path.split('/').at(-1)}/${name}`]
  if (told) detail[told] ??= plain(text, 200)
}

const DETAILS: Partial<Record<string, string>> = {
  'prospect/id': 'id',
  'provider/name': 'provider',
}

const parts: Record<string, 'line' | 'unit' | 'city' | 'state' | 'postcode'> = {
  street: 'line',
  apartment: 'unit',
  city: 'city',
  regioncode: 'state',
  postalcode: 'postcode',
}

const customer: Record<string, 'email' | 'phone' | 'message'> = {
  email: 'email',
  phone: 'phone',
  comments: 'message',
}

function noteCustomer(captured: Captured, path: string, { name, attributes, text }: Element): void {
  if (path.endsWith('/address')) {
    const part = parts[name]
    if (part) captured.address[part] ??= text
  } else if (name === 'name') {
    noteName(captured, attributes.part, text)
  } else {
    const field = Object.hasOwn(customer, name) ? customer[name] : undefined
    if (field) captured[field] ??= text
  }
}

function noteName(captured: Captured, part: string | undefined, text: string): void {
  if (part === 'first') captured.firstName ??= text
  else if (part === 'last') captured.lastName ??= text
  else if (part !== 'middle' && part !== 'suffix') captured.name ??= text
}

function noteProperty(captured: Captured, name: string, text: string): void {
  if (name === 'interest' || name === 'status') captured.intent ??= intentIn(text)
  else captured.answers[name] ??= text
}
