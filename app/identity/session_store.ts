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
import { Remembered } from './remembered.ts'

interface KnownSession {
  contents: SessionData
  touchedAt: number
}

/** Sessions end after 12 hours without a visit, and after 30 days in any case. */
const END = `least(now() + interval '12 hours', created_at + interval '30 days')`
const TOUCH_EVERY = 5 * 60_000

/** Announced with the key of a session that changed or ended. */
const SESSION_CHANGED = 'freehold_sessions'

const known = new Remembered<KnownSession>(10_000)
noticeBoard.on(SESSION_CHANGED, (key) => known.forget(key))
noticeBoard.onGap(() => known.forgetAll())

/**
 * Signed-in sessions lie in `core.sessions`, where they can be listed and ended; an anonymous
 * visitor's few values (form token, what was typed) travel in an encrypted cookie, so that
 * looking at a page stores nothing.
 */
class FreeholdSessionStore implements SessionStoreContract {
  #ctx: HttpContext
  #config: SessionConfig
  #read: KnownSession | null = null
  #readKey = ''

  constructor(ctx: HttpContext, config: SessionConfig) {
    this.#ctx = ctx
    this.#config = config
  }

  async read(id: string): Promise<SessionData | null> {
    this.#readKey = keyOf(id)
    this.#read = await readSession(this.#readKey)
    if (this.#read) return structuredClone(this.#read.contents)
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
    if (this.#read) await endSession(keyOf(id))
  }

  /** At most every 5 minutes, so that looking around writes next to nothing. */
  async touch(id: string): Promise<void> {
    if (!this.#read || Date.now() - this.#read.touchedAt < TOUCH_EVERY) return
    this.#read.touchedAt = Date.now()
    await coreSql(
      `update sessions set last_seen_at = now(), updated_at = now(), expires_at = ${END} where id = ?`,
      [keyOf(id)]
    )
  }

  get #visitCookie(): string {
    return `${this.#config.cookieName}-visit`
  }

  /** A session that was read is only ever updated: one that was ended meanwhile must stay ended. */
  async #save(key: string, identityId: string, values: SessionData): Promise<void> {
    const contents = JSON.stringify(values)
    if (this.#read && this.#readKey === key) {
      await coreSql('update sessions set contents = ?, updated_at = now() where id = ?', [
        contents,
        key,
      ])
    } else {
      const { request } = this.#ctx
      const browser = (request.header('user-agent') ?? '').slice(0, 300)
      await coreSql(
        `insert into sessions (id, tenant_id, identity_id, contents, ip, user_agent, expires_at)
         values (?, ?, ?, ?, ?, ?, now() + interval '12 hours')`,
        [key, values.tenant ?? null, identityId, contents, request.ip(), browser]
      )
    }
    await sessionChanged(key)
  }
}

export const sessionStore: SessionStoreFactory = (ctx, config) =>
  new FreeholdSessionStore(ctx, config)

/** Ends the sessions of a person: all, those in one agency, all but one. */
export async function endSessionsOf(
  identityId: string,
  { tenantId, except }: { tenantId?: string; except?: string } = {}
): Promise<void> {
  const { rows } = await coreSql<{ id: string }>(
    `delete from sessions where identity_id = ? and id <> ?
        and (?::uuid is null or tenant_id = ?::uuid) returning id`,
    [identityId, except ? keyOf(except) : '', tenantId ?? null, tenantId ?? null]
  )
  for (const { id } of rows) await sessionChanged(id)
}

function readSession(key: string): Promise<KnownSession | null> {
  return known.read(key, async () => {
    const { rows } = await coreSql<{ contents: string; last_seen_at: Date }>(
      'select contents, last_seen_at from sessions where id = ? and expires_at > now()',
      [key]
    )
    if (!rows[0]) return null
    return { contents: JSON.parse(rows[0].contents), touchedAt: rows[0].last_seen_at.getTime() }
  })
}

async function endSession(key: string): Promise<void> {
  await coreSql('delete from sessions where id = ?', [key])
  await sessionChanged(key)
}

async function sessionChanged(key: string): Promise<void> {
  known.forget(key)
  await announce(SESSION_CHANGED, key)
}

function signedIn(values: SessionData): string | null {
  const key = Object.keys(values).find((name) => name.startsWith('auth_'))
  return key ? String(values[key]) : null
}

/** The database never sees the id that opens the session. */
function keyOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('base64url')
}
