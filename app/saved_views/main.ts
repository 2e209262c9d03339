/** Front door of saved views: addresses of lists that people keep under a name. */
import './permissions.ts'

export { ownStart, savedViews } from './saved_views.ts'
export * as savedViewRoutes from './routes.ts'
