import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type {
  SessionConfig,
  SessionData,
  SessionStoreContract,
  SessionStoreFactory,
} from '@adonisjs/session/types'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { announce, coreSql } from '#kernel/tenancy/sql'

interface KnownSession {
  contents: SessionData
  tenantId: string | null
  identityId: string
  touchedAt: number
  until: number
}

const IDLE = 12 * 3600_000
const TOUCH_EVERY = 5 * 60_000
const REMEMBER = 10_000

/** Sessions read lately, so that a page needs no query for them; dropped at once when one changes. */
const known = new Map<string, KnownSession>()
noticeBoard.on('freehold_sessions', (key) => known.delete(key))
noticeBoard.onGap(() => known.clear())

/**
 * Signed-in sessions lie in `core.sessions`, where they can be listed and ended; an anonymous
 * visitor's few values (form token, what was typed) travel in an encrypted cookie, so that
 * looking at a page stores nothing.
 */
class FreeholdSessionStore implements SessionStoreContract {
  #ctx: HttpContext
  #config: SessionConfig

  constructor(ctx: HttpContext, config: SessionConfig) {
    this.#ctx = ctx
    this.#config = config
  }

  async read(id: string): Promise<SessionData | null> {
    const session = await readSession(keyOf(id))
    if (session) return structuredClone(session.contents)
    return this.#ctx.request.encryptedCookie(this.#visitCookie) ?? null
  }

  async write(id: string, values: SessionData): Promise<void> {
    const identityId = signedIn(values)
    if (!identityId) {
      this.#ctx.response.encryptedCookie(this.#visitCookie, values, {
        ...this.#config.cookie,
        maxAge: '2h',
      })
      return
    }
    this.#ctx.response.clearCookie(this.#visitCookie, this.#config.cookie)
    await this.#save(keyOf(id), identityId, values)
  }

  async destroy(id: string): Promise<void> {
    if (this.#ctx.request.encryptedCookie(this.#visitCookie) ?? null) {
      this.#ctx.response.clearCookie(this.#visitCookie, this.#config.cookie)
    }
    if (await readSession(keyOf(id))) await endSession(keyOf(id))
  }

  async touch(id: string): Promise<void> {
    const session = known.get(keyOf(id))
    if (!session || Date.now() - session.touchedAt < TOUCH_EVERY) return
    session.touchedAt = Date.now()
    await coreSql(
      `update sessions set last_seen_at = now(), updated_at = now(),
           expires_at = least(now() + interval '12 hours', created_at + interval '30 days') where id = ?`,
      [keyOf(id)]
    )
  }

  get #visitCookie(): string {
    return `${this.#config.cookieName}-visit`
  }

  async #save(key: string, identityId: string, values: SessionData): Promise<void> {
    const { request } = this.#ctx
    await coreSql(
      `insert into sessions (id, tenant_id, identity_id, contents, ip, user_agent, expires_at)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do update set contents = excluded.contents, identity_id = excluded.identity_id,
         tenant_id = excluded.tenant_id, updated_at = excluded.updated_at`,
      [
        key,
        values.tenant ?? null,
        identityId,
        JSON.stringify(values),
        request.ip(),
        (request.header('user-agent') ?? '').slice(0, 300),
        new Date(Date.now() + IDLE),
      ]
    )
    known.delete(key)
    await announce('freehold_sessions', key)
  }
}

export const sessionStore: SessionStoreFactory = (ctx, config) =>
  new FreeholdSessionStore(ctx, config)

/** Ends every session of a person, but for the one named. */
export async function endSessionsOf(identityId: string, exceptSessionId?: string): Promise<void> {
  const { rows } = await coreSql<{ id: string }>(
    'delete from sessions where identity_id = ? and id <> ? returning id',
    [identityId, exceptSessionId ? keyOf(exceptSessionId) : '']
  )
  for (const { id } of rows) await announceEnd(id)
}

async function readSession(key: string): Promise<KnownSession | null> {
  const session = known.get(key)
  if (session && session.until > Date.now()) return session
  const { rows } = await coreSql<{
    contents: string
    tenant_id: string | null
    identity_id: string
    last_seen_at: Date
  }>(
    'select contents, tenant_id, identity_id, last_seen_at from sessions where id = ? and expires_at > now()',
    [key]
  )
  if (!rows[0]) return null
  const fresh: KnownSession = {
    contents: JSON.parse(rows[0].contents),
    tenantId: rows[0].tenant_id,
    identityId: rows[0].identity_id,
    touchedAt: rows[0].last_seen_at.getTime(),
    until: Date.now() + REMEMBER,
  }
  if (known.size > 20_000) known.clear()
  known.set(key, fresh)
  return fresh
}

async function endSession(key: string): Promise<void> {
  await coreSql('delete from sessions where id = ?', [key])
  await announceEnd(key)
}

async function announceEnd(key: string): Promise<void> {
  known.delete(key)
  await announce('freehold_sessions', key)
}

function signedIn(values: SessionData): string | null {
  const key = Object.keys(values).find((name) => name.startsWith('auth_'))
  return key ? String(values[key]) : null
}

/** The database never sees the id that opens the session. */
function keyOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('base64url')
}
