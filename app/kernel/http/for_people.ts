import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

interface Middleware {
  handle(ctx: HttpContext, next: NextFn): unknown
}

type Load = () => Promise<{ default: new (...facts: never[]) => Middleware }>

/** Programs come without cookies, sessions and forms: what is about those passes them by. */
export function forPeople(load: Load): () => Promise<{ default: new () => Middleware }> {
  return async () => {
    const { default: Wrapped } = await load()
    return {
      default: class ForPeople {
        async handle(ctx: HttpContext, next: NextFn) {
          if (ctx.request.wantsProblem()) return next()
          const middleware = await ctx.containerResolver.make(Wrapped as new () => Middleware)
          return middleware.handle(ctx, next)
        }
      },
    }
  }
}
