import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { CookieClient } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import router from '@adonisjs/core/services/router'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import { Identity, hashPassword } from '#app/identity'
import config from '#config/tenancy'
import { ownerPool } from '#kernel/fleet/owner'
import { coreSql } from '#kernel/tenancy/sql'
import { PASSWORD, type TestAgency } from '#tests/support/agency'
import { csrfToken } from '#tests/support/csrf_token'

const COOKIE = '__Host-freehold'
const NOTHING = '00000000-0000-4000-8000-000000000000'

/** One method of one route, on the host where it is reached. */
export interface Door {
  surface: 'platform' | 'console' | 'agency'
  method: string
  pattern: string
  /** Its address, with a uuid that names nothing for each parameter. */
  path: string
  said: string
  name: string
}

/** Somebody with a session on one surface: what a browser would send, and the secret behind. */
export interface Visitor {
  host: string
  token: string
  /** The header with which a browser would bring the session. */
  cookie: string
  cookies: (request: ApiRequest) => ApiRequest
}

/** Every route of every surface, whoever brought it. Signing out comes last: it ends the session. */
export function everyDoor(): Door[] {
  const domains = router.toJSON()
  const doors = Object.keys(domains).flatMap((domain) =>
    domains[domain].flatMap(({ methods, pattern, name = '' }) =>
      methods
        .filter((method) => method !== 'HEAD')
        .map((method) => doorOf(domain, method, { pattern: String(pattern), name }))
    )
  )
  const isExit = ({ pattern }: Door) => Number(pattern === '/logout')
  return doors.sort((one, other) => isExit(one) - isExit(other))
}

/**
 * Programs bring a key and providers a signature, no cookie that a forgery could use: their doors
 * are tried with those, elsewhere.
 */
const isForPrograms = ({ pattern }: Door) => /^\/api\/(v\d|webhooks\/)/.test(pattern)

export const changes = () =>
  everyDoor().filter((door) => door.method !== 'GET' && !isForPrograms(door))
export const programChanges = () =>
  everyDoor().filter(
    (door) =>
      !['GET', 'PUT'].includes(door.method) && isForPrograms(door) && door.surface === 'agency'
  )
export const looks = () => everyDoor().filter(({ method }) => method === 'GET')

export function knockAt(client: ApiClient, { method, path }: Door): ApiRequest {
  return client[method.toLowerCase() as 'get'](path)
}

/** A visitor of each surface who may do everything there. */
export async function visitorsOf(agency: TestAgency): Promise<Record<Door['surface'], Visitor>> {
  return { platform: passerBy(), console: await operator(), agency: principalOf(agency) }
}

/** The one of them who visits this surface. */
export async function visitorOf(surface: Door['surface'], agency: TestAgency): Promise<Visitor> {
  if (surface === 'agency') return principalOf(agency)
  return surface === 'console' ? operator() : passerBy()
}

export function principalOf(agency: TestAgency): Visitor {
  const { cookie, csrfToken: token } = agency.session('principal')
  return visitor(agency.host, token, sessionCookie(cookie))
}

/** Somebody who has looked at the apex, and has a form open. */
export function passerBy(host: string = config.baseDomain): Visitor {
  const secret = randomBytes(12).toString('base64url')
  const name = `${COOKIE}-visit`
  const visit = cookieClient().encrypt(name, { 'csrf-secret': secret })
  return visitor(host, csrfToken(secret), `${sessionCookie(randomUUID())}; ${name}=${visit}`)
}

/** A platform admin, signed in on the console. */
async function operator(): Promise<Visitor> {
  const identity = await operatorIdentity()
  const cookie = randomUUID()
  const secret = randomBytes(12).toString('base64url')
  await coreSql(
    `insert into sessions (id, identity_id, contents, expires_at) values (?, ?, ?, now() + interval '12 hours')`,
    [
      createHash('sha256').update(cookie).digest('base64url'),
      identity.id,
      JSON.stringify({ 'auth_console': identity.id, 'csrf-secret': secret }),
    ]
  )
  return visitor(config.consoleDomain, csrfToken(secret), sessionCookie(cookie))
}

let operatorHash: string | null = null

/** As it was in the beginning, whatever other tests did to its name and password. */
async function operatorIdentity(): Promise<Identity> {
  operatorHash ??= await hashPassword(PASSWORD)
  const email = 'platform_admin@operators.example'
  return Identity.updateOrCreate(
    { email },
    { name: 'Operator', passwordHash: operatorHash, operatorRole: 'platform_admin' }
  )
}

/** Changes whenever a row of the platform does. Looks of operators are recorded, and so left out. */
export async function platformFingerprint(but: string[] = []): Promise<string> {
  const { rows: tables } = await ownerPool().query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'core' and tablename <> all($1) order by 1`,
    [['audit_entries', ...but]]
  )
  const sums = tables.map(
    ({ name }) =>
      `(select '${name}' || count(*) || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from core.${name} t)`
  )
  const { rows } = await ownerPool().query<{ sum: string }>(
    `select concat_ws(',', ${sums.join(', ')}) as sum`
  )
  return rows[0].sum
}

function doorOf(
  domain: string,
  method: string,
  { pattern, name }: Pick<Door, 'pattern' | 'name'>
): Door {
  const surface = surfaceOf(domain)
  const path = pattern.replaceAll(/:\w+\??/g, NOTHING).replace('*', 'any')
  return { surface, method, pattern, path, name, said: `${surface}: ${method} ${pattern}` }
}

function surfaceOf(domain: string): Door['surface'] {
  if (domain === 'root') return 'agency'
  return domain === config.consoleDomain ? 'console' : 'platform'
}

const cookieClient = () => new CookieClient(encryption.use())

function sessionCookie(id: string): string {
  return `${COOKIE}=${cookieClient().sign(COOKIE, id)}`
}

/** What the same browser sends next: an answer's cookies take the place of those it had. */
export function headersAfter(
  { host, cookie }: Visitor,
  { 'set-cookie': set = [] }: IncomingHttpHeaders
): Record<string, string> {
  const jar = new Map(cookie.split('; ').map((pair) => [pair.split('=')[0], pair]))
  for (const line of set) jar.set(line.split('=')[0], line.split(';')[0])
  return { host, cookie: [...jar.values()].join('; ') }
}

function visitor(host: string, token: string, cookie: string): Visitor {
  return {
    host,
    token,
    cookie,
    cookies: (request) => request.header('host', host).header('cookie', cookie).redirects(0),
  }
}
