import type { Listener } from '#kernel/events/listener'
import { importListeners } from './import_contacts.ts'

export default [...importListeners] satisfies Listener[]
