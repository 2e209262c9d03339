import { request, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { coreSql } from '#kernel/tenancy/sql'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** Path and query of where a redirect leads. */
  location: string | null
  text: string
  /** What a person reads: the text without tags. */
  words: string
}

interface Sending {
  fields?: Record<string, string | string[]>
  headers?: Record<string, string>
}

/** A browser of its own: it keeps cookies, sends forms with their token, and follows nothing. */
export class Visitor {
  readonly host: string
  readonly cookies = new Map<string, string>()
  #page = '/'
  #token = ''

  readonly #port: string

  /** `port` names another process than this test's own. */
  constructor(host: string, port: number | string = process.env.PORT!) {
    this.host = host
    this.#port = String(port)
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send('GET', path, { headers })
  }

  post(path: string, fields: Sending['fields'] = {}, headers = {}): Promise<Answer> {
    return this.#send('POST', path, { fields, headers })
  }

  put(path: string, fields: Sending['fields'] = {}, headers = {}): Promise<Answer> {
    return this.#send('PUT', path, { fields, headers })
  }

  delete(path: string, fields: Sending['fields'] = {}, headers = {}): Promise<Answer> {
    return this.#send('DELETE', path, { fields, headers })
  }

  /** Opens the sign-in page and sends it. */
  async signIn(email: string, password: string, headers = {}): Promise<Answer> {
    await this.get('/login')
    return this.post('/login', { email, password, _form: 'sign-in' }, headers)
  }

  async #send(method: string, path: string, { fields, headers }: Sending): Promise<Answer> {
    const body = fields ? encode(fields) : undefined
    const answer = await this.#exchange({ method, path, body, headers: this.#headers(headers) })
    if (method === 'GET' && answer.status === 200 && !headers?.['hx-request']) this.#page = path
    const found = /name="csrf-token" content="([^"]+)"/.exec(answer.text)
    if (found) this.#token = found[1]
    return answer
  }

  #headers(more: Record<string, string> = {}): Record<string, string> {
    return {
      'host': this.host,
      'cookie': [...this.cookies].map((pair) => pair.join('=')).join('; '),
      'x-csrf-token': this.#token,
      'referer': `http://${this.host}${this.#page}`,
      ...more,
    }
  }

  #exchange({ method, path, body, headers }: Exchange): Promise<Answer> {
    const type = body ? formHeaders(body) : {}
    const target = {
      host: '127.0.0.1',
      port: this.#port,
      method,
      path,
      headers: { ...headers, ...type },
    }
    return new Promise((resolve, reject) => {
      const sent = request(target, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          this.#keep(response.headers['set-cookie'] ?? [])
          const text = Buffer.concat(chunks).toString()
          resolve(answerOf(response.statusCode ?? 0, response.headers, text))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  #keep(lines: string[]): void {
    for (const line of lines) {
      const [pair] = line.split(';')
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (/max-age=-|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

interface Exchange {
  method: string
  path: string
  body?: string
  headers: Record<string, string>
}

function encode(fields: NonNullable<Sending['fields']>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one])
  )
  return new URLSearchParams(pairs).toString()
}

function answerOf(status: number, headers: IncomingHttpHeaders, text: string): Answer {
  const words = text
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
  return { status, headers, location: headers.location ?? null, text, words }
}

/** The newest letter to this address, as soon as it was caught. */
export async function letterTo(email: string): Promise<{ subject: string; plain: string }> {
  for (let tries = 0; tries < 250; tries += 1) {
    const { rows } = await coreSql<{ subject: string; plain: string }>(
      'select subject, plain from caught_letters where recipient = ? order by id desc limit 1',
      [email]
    )
    if (rows[0]) return rows[0]
    await delay(20)
  }
  throw new Error(`No letter to ${email}`)
}

/** The path of the first link in a letter whose path begins so. */
export async function linkTo(email: string, start: string): Promise<string> {
  const { plain } = await letterTo(email)
  const link = plain
    .match(/https?:\/\/\S+/g)
    ?.find((one) => new URL(one).pathname.startsWith(start))
  if (!link) throw new Error(`No link ${start} in the letter to ${email}`)
  return new URL(link).pathname
}

/** Empties what visitors leave behind: counters at the doors, and letters. */
export async function sweepTheDoorstep(): Promise<void> {
  await coreSql('delete from rate_limits')
  await coreSql('delete from caught_letters')
}

function formHeaders(body: string): Record<string, string> {
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  }
}
