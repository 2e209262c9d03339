import type { HttpContext } from '@adonisjs/core/http'
import { etagOf, isHeld } from './etags.ts'

/** A page of a list and the cursor of the next one. */
export interface ApiPage {
  data: unknown[]
  next: string | null
  /** What there is to say of the question itself. */
  meta?: Record<string, unknown>
}

export function answer({ response }: HttpContext, body: unknown, status = 200): void {
  response
    .status(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(body))
}

/** One record with its ETag; 304 where the program holds it already. */
export function answerRecord(ctx: HttpContext, body: { version: number }, status = 200): void {
  const etag = etagOf(body.version, JSON.stringify(body))
  ctx.response.header('etag', etag).header('cache-control', 'private, no-cache')
  const isRead = ['GET', 'HEAD'].includes(ctx.request.method())
  if (isRead && isHeld(ctx, etag)) return void ctx.response.status(304).send('')
  answer(ctx, body, status)
}

/** A record that has just come into being; `room` is where it lives: `contacts`. */
export function answerCreated(
  ctx: HttpContext,
  body: { id: string; version: number },
  room: string
): void {
  ctx.response.header('location', `/api/v1/${room}/${body.id}`)
  answerRecord(ctx, body, 201)
}

export function answerPage(ctx: HttpContext, { data, next, meta }: ApiPage): void {
  answer(ctx, { data, next_cursor: next, has_more: next !== null, meta })
}

export function answerNothing({ response }: HttpContext): void {
  response.status(204).send('')
}
