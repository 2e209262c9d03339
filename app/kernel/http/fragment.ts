import { HttpRequest } from '@adonisjs/core/http'

declare module '@adonisjs/core/http' {
  interface HttpRequest {
    /** htmx asks for a piece of the page, not for the page. */
    wantsFragment(): boolean
    /** A program asks: answers are JSON, refusals problem documents. */
    wantsProblem(): boolean
  }
}

HttpRequest.macro('wantsFragment', function (this: HttpRequest) {
  return this.header('hx-request') === 'true' && this.header('hx-request-type') !== 'full'
})

HttpRequest.macro('wantsProblem', function (this: HttpRequest) {
  return /^\/api\/(?!docs(\/|$))/.test(this.url())
})
