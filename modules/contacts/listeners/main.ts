import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { exportContacts } from './export_contacts.ts'
import { importListeners } from './import_contacts.ts'
import { duplicateListeners } from './look_for_duplicates.ts'

export default [
  ...importListeners,
  ...duplicateListeners,
  exportContacts,
  actInBulk,
] satisfies Listener[]
