/** Front door of notifications: what a member should hear of. */
import { hangBell } from '#kernel/menu/bell'
import './listeners/main.ts'
import { unreadOf } from './queries/unread.ts'

hangBell(({ id }) => unreadOf(id))

export { type Notice, notify, withdraw } from './actions/notify.ts'
export * as notificationRoutes from './routes.ts'
