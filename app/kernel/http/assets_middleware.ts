import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'

/** A file of the folder `public` has an ending; for pages, nobody has to look at the disk. */
const FILE = /\.\w+$/

@inject()
export default class AssetsMiddleware {
  #files: StaticMiddleware

  constructor(files: StaticMiddleware) {
    this.#files = files
  }

  async handle(ctx: HttpContext, next: NextFn) {
    return FILE.test(ctx.request.url()) ? this.#files.handle(ctx, next) : next()
  }
}
