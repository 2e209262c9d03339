import { createHash } from 'node:crypto'
import type { HttpRequest } from '@adonisjs/core/http'

/** Tells requests apart by what they ask for; the order of the keys in a body means nothing. */
export function fingerprintOf(request: HttpRequest): string {
  const asked = [request.method(), request.url(true), inOrder(request.body())]
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return entries.map(([key, inner]) => [key, inOrder(inner)])
}
