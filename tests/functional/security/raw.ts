import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface RawQuestion {
  method?: string
  path: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  /** Of another web process than this one. */
  port?: number
}

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** One question exactly as given: no path is tidied, no header added, no redirect followed. */
export function askRaw({ method, path, headers, body, port }: RawQuestion): Promise<RawAnswer> {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const place = { host: '127.0.0.1', port: port ?? Number(process.env.PORT) }
  return new Promise((resolve, reject) => {
    const asked = request({ ...place, method, path, headers: { ...length, ...headers } })
    asked.on('error', reject)
    asked.on('response', (answer) => readAnswer(answer).then(resolve, reject))
    asked.end(body)
  })
}

async function readAnswer(answer: IncomingMessage): Promise<RawAnswer> {
  const { statusCode: status = 0, headers } = answer
  return { status, headers, text: await text(answer) }
}
