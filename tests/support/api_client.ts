import { type DateTime } from 'luxon'
import { issueKey } from '#app/api'
import { type StaffRole, staffEntry } from '#app/members'
import { askRaw, type RawAnswer } from '#tests/functional/security/raw'
import type { TestAgency } from './agency.ts'
import { assertAnswers, documentFor } from './api_document.ts'

interface KeyWish {
  agency: TestAgency
  role?: StaffRole
  /** Everything that the role holds, unless something else is said. */
  permissions?: string[]
  expiresAt?: DateTime | null
}

export interface ApiAsking {
  body?: unknown
  headers?: Record<string, string>
  /** Another host than the agency's own. */
  host?: string
  port?: number
}

export interface ApiReply extends RawAnswer {
  /** As loose as JSON is: what it has to be, the document says and each spec asks. */
  json: ReturnType<typeof JSON.parse>
}

/** A program with a key. Each of its answers is held against the agency's document. */
export class ApiProgram {
  readonly key: string
  readonly id: string
  readonly #agency: TestAgency
  #document: ReturnType<typeof documentFor> | null = null

  private constructor(agency: TestAgency, key: { id: string; text: string }) {
    this.#agency = agency
    this.key = key.text
    this.id = key.id
  }

  static async of({ agency, role = 'principal', permissions, expiresAt = null }: KeyWish) {
    const tenant = await agency.tenant()
    const { actor } = (await staffEntry(tenant, agency.identityId(role)))!
    const draft = { name: `Program of ${role}`, expiresAt }
    const issued = await agency.inUnit(() =>
      issueKey(actor, { ...draft, permissions: permissions ?? [...actor.permissions.keys()] })
    )
    return new ApiProgram(agency, { id: issued.key.id, text: issued.text })
  }

  get(path: string, asking: ApiAsking = {}) {
    return this.ask('GET', path, asking)
  }

  post(path: string, body?: unknown, asking: ApiAsking = {}) {
    return this.ask('POST', path, { ...asking, body })
  }

  patch(path: string, body: unknown, asking: ApiAsking = {}) {
    return this.ask('PATCH', path, { ...asking, body })
  }

  delete(path: string, asking: ApiAsking = {}) {
    return this.ask('DELETE', path, asking)
  }

  async ask(method: string, path: string, asking: ApiAsking = {}): Promise<ApiReply> {
    const answer = await this.askFreely(method, path, asking)
    this.#document ??= documentFor(this.#agency)
    assertAnswers(await this.#document, { method, path, body: asking.body }, answer)
    return answer
  }

  /** For what the document does not promise, such as modules that are off. */
  async askFreely(method: string, path: string, asking: ApiAsking = {}): Promise<ApiReply> {
    const { body, headers, host = this.#agency.host, port } = asking
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const answer = await askRaw({
      method,
      path: `/api/v1${path}`,
      port,
      body: sent,
      headers: {
        host,
        authorization: `Bearer ${this.key}`,
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    const isJson = /json/.test(String(answer.headers['content-type']))
    return { ...answer, json: isJson ? JSON.parse(answer.text) : null }
  }
}
