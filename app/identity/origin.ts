import type { HttpContext } from '@adonisjs/core/http'

/** `https://host` of another of our hosts, reached as this one was: same protocol, same port. */
export function originOf(ctx: HttpContext, host: string): string {
  const port = /:(\d{1,5})$/.exec(ctx.request.host() ?? '')?.[1]
  return `${ctx.request.protocol()}://${host}${port ? `:${port}` : ''}`
}
