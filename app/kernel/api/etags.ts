import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { Rejected } from '#kernel/http/errors'

/**
 * A record's version and what its answer says. A change is measured by the version alone: that
 * somebody called the contact meanwhile does not make an edit of its address stale.
 */
export function etagOf(version: number, text: string): string {
  const said = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  return `"${version}.${said}"`
}

/** Does the program already hold what we would answer? */
export function isHeld({ request }: HttpContext, etag: string): boolean {
  return tagsIn(request.header('if-none-match')).some((tag) => tag === '*' || tag === etag)
}

/**
 * The version that the program saw, from `If-Match`: 428 without one, 412 when the record has
 * moved on. `*` means whichever there is.
 */
export function versionSeen({ request }: HttpContext, current: { version: number }): number {
  const tags = tagsIn(request.header('if-match'))
  if (tags.length === 0) throw new Rejected(428, 'E_IF_MATCH_NEEDED')
  const isCurrent = tags.some((tag) => tag === '*' || versionIn(tag) === current.version)
  if (!isCurrent) throw stale(current.version)
  return current.version
}

export function stale(version: number): Rejected {
  return new Rejected(412, 'E_STALE', { current_version: version })
}

function tagsIn(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .filter(Boolean)
}

function versionIn(tag: string): number | null {
  const [, version] = /^"(\d{1,15})\.[\w-]+"$/.exec(tag) ?? []
  return version === undefined ? null : Number(version)
}
