import type { Listener } from '#kernel/events/listener'
import { exportContacts } from './export_contacts.ts'
import { importListeners } from './import_contacts.ts'

export default [...importListeners, exportContacts] satisfies Listener[]
