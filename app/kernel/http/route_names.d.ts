import type { LookupListRoute } from '@adonisjs/core/types/http'

/**
 * Route names are plain texts to the compiler. Generated types would have to be fresh before every
 * build and every check; a stale file fails both, and a name that is wrong fails its own test.
 */
type AnyRoute = Record<string, LookupListRoute>

declare module '@adonisjs/core/types/http' {
  export interface RoutesList {
    [method: string]: AnyRoute
  }
}
