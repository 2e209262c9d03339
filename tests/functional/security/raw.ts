import { type IncomingHttpHeaders, request } from 'node:http'

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
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: port ?? Number(process.env.PORT), method, path, headers },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString(),
          })
        )
      }
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
