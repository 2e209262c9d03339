import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { exportContacts } from './export_contacts.ts'
import { importListeners } from './import_contacts.ts'

export default [...importListeners, exportContacts, actInBulk] satisfies Listener[]
