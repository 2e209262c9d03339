import type { HttpContext } from '@adonisjs/core/http'
import { personById } from '#app/identity'
import { type StaffEntry, staffBouncer, staffEntry } from '#app/members'
import { AgencyClosed, ModuleOff, NotHere, Rejected } from '#kernel/http/errors'
import { guardSurface } from '#kernel/http/surface'
import { Actor } from '#kernel/tenancy/actor'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { countRequest } from './hourly_limit.ts'
import { keySent, noteUse } from './key_directory.ts'
import type ApiKey from './models/api_key.ts'
import { openUnitFor } from './open_unit.ts'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The key with which a program asks; on the API alone. */
    apiKey: ApiKey
  }
}

/** What the document says is no secret: it needs no key. */
const DOCUMENT = '/api/v1/openapi.json'

/**
 * The API: a key, which must be this host's agency's, or tells the agency at the apex; its
 * person, who works here still; a request that is left this hour; a module that is on; a unit.
 */
guardSurface('api', async (ctx, next, { module }) => {
  if (ctx.tenant && ctx.request.url() === DOCUMENT) return next()
  const key = await bearerOf(ctx)
  ctx.apiKey = key
  await enterAgency(ctx, key)
  ctx.staff = await personBehind(ctx, key)
  ctx.bouncer = staffBouncer(ctx.staff.actor)
  await countRequest(ctx, key)
  await noteUse(key)
  if (module && !ctx.tenant!.modules.has(module)) throw new ModuleOff(module)
  await openUnitFor(ctx, key, next)
})

async function bearerOf(ctx: HttpContext): Promise<ApiKey> {
  const [, text] = /^Bearer +(\S+)$/i.exec(ctx.request.header('authorization') ?? '') ?? []
  if (text === undefined) throw unknown(ctx, 'E_KEY_NEEDED')
  const key = await keySent(text)
  if (!key) throw unknown(ctx, 'E_KEY_REFUSED')
  return key
}

/** A key of another agency opens nothing here: this host does not know it. */
async function enterAgency(ctx: HttpContext, key: ApiKey): Promise<void> {
  if (ctx.tenant && ctx.tenant.id !== key.tenantId) throw new NotHere()
  const tenant = ctx.tenant ?? (await tenantDirectory.byId(key.tenantId))
  if (!tenant || tenant.status === 'provisioning') throw new NotHere()
  if (tenant.status === 'suspended' || tenant.status === 'closing') throw new AgencyClosed()
  ctx.tenant = tenant
}

/** The member for whom the program acts, with what both the role holds and the key names. */
async function personBehind(ctx: HttpContext, key: ApiKey): Promise<StaffEntry> {
  const identity = await personById(key.identityId)
  const entry = identity?.isActive ? await staffEntry(ctx.tenant!, key.identityId) : null
  if (!entry) throw unknown(ctx, 'E_KEY_REFUSED')
  return { ...entry, actor: narrowed(entry.actor, key) }
}

function narrowed(actor: Actor, key: ApiKey): Actor {
  const named = new Set(key.permissions)
  const permissions = [...actor.permissions].filter(([permission]) => named.has(permission))
  return new Actor({ ...actor, kind: 'api', permissions: new Map(permissions) })
}

function unknown({ response }: HttpContext, code: 'E_KEY_NEEDED' | 'E_KEY_REFUSED'): Rejected {
  const why = code === 'E_KEY_REFUSED' ? ', error="invalid_token"' : ''
  response.header('www-authenticate', `Bearer realm="Freehold API"${why}`)
  return new Rejected(401, code)
}
