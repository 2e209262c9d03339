import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    i18n: I18n
  }
}

/** Gives each request its words: `ctx.i18n` in code, `t(key, facts)` in templates. */
export default class ShareWordsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.i18n = i18nManager.locale('en')
    ctx.view.share({ t: ctx.i18n.t.bind(ctx.i18n), i18n: ctx.i18n, ctx })
    return next()
  }
}
