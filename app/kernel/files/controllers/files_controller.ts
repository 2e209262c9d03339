import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { AgencyClosed, NotHere } from '#kernel/http/errors'
import { openAgency } from '#kernel/jobs/open_agency'
import { isUuid } from '#kernel/tenancy/names'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { judgeAddress } from '../file_address.ts'
import { findFile, readFile } from '../file_store.ts'
import { mayBeShown } from '../media_type.ts'
import type StoredFile from '../stored_file.ts'

/** The address was good once. */
class AddressExpired extends Exception {
  static status = 403
  static code = 'E_ADDRESS_EXPIRED'
  static message = 'This address has expired'
}

export default class FilesController {
  /** The unit that finds the file has ended before its first byte is sent. */
  async show(ctx: HttpContext) {
    const file = await this.#find(ctx)
    for (const [name, value] of Object.entries(headersFor(file))) ctx.response.header(name, value)
    ctx.response.header('cache-control', cachingOf(ctx))
    if (ctx.request.method() === 'HEAD') return ctx.response.status(200).send('')
    return ctx.response.stream(await readFile(file))
  }

  async #find({ params, request, tenant }: HttpContext): Promise<StoredFile> {
    if (!tenant || !isUuid(params.id)) throw new NotHere()
    const { expires, signature } = request.qs()
    const asked = {
      tenantId: tenant.id,
      fileId: params.id,
      expires: Number(expires),
      signature: String(signature),
      isPublic: request.qs().public === '1',
    }
    const verdict = judgeAddress(asked)
    if (verdict === 'foreign') throw new NotHere()
    if (verdict === 'expired') throw new AddressExpired()
    const file = await this.#read(tenant, params.id)
    if (!file) throw new NotHere()
    return file
  }

  async #read(tenant: TenantSnapshot, id: string): Promise<StoredFile | null> {
    if (!(await openAgency(tenant.id, null))) throw new AgencyClosed()
    return tenancy.run(tenant, () => findFile(id), { readOnly: true })
  }
}

/** Nothing that is served here runs in a page of ours, whatever it claims to be. */
function headersFor({ mediaType, bytes, name }: StoredFile): Record<string, string> {
  const disposition = mayBeShown(mediaType) ? 'inline' : 'attachment'
  // A browser's own viewer of PDF does not work in a sandbox.
  const sandbox = mediaType === 'application/pdf' ? '' : `; default-src 'none'; sandbox`
  return {
    'content-type': mediaType,
    'content-length': String(bytes),
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeName(name)}`,
    'content-security-policy': `frame-ancestors 'self'${sandbox}`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** A signed address says whether caches may keep what it answers, and how long it is good. */
function cachingOf({ request }: HttpContext): string {
  const { expires, public: isPublic } = request.qs()
  if (isPublic !== '1') return 'private, no-store'
  const left = Math.floor(Number(expires) - Date.now() / 1000)
  return `public, max-age=${left}, immutable`
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
}
