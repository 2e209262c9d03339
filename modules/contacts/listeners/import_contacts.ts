import { CarryOutBulkWork } from '#app/bulk_works'
import type { LongListener } from '#kernel/events/listener'
import { ImportSteps } from '../imports/import_steps.ts'
import { RehearsalSteps } from '../imports/rehearsal_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'

const rehearseImport: LongListener = {
  kind: 'job',
  event: 'contacts.import_rehearsal_requested',
  name: 'contacts.rehearse_import',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new RehearsalSteps(run)).handle(payload.workId as string),
}

const importContacts: LongListener = {
  kind: 'job',
  event: 'contacts.import_requested',
  name: 'contacts.import_contacts',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new ImportSteps(run)).handle(payload.workId as string),
}

const undoImport: LongListener = {
  kind: 'job',
  event: 'contacts.import_undo_requested',
  name: 'contacts.undo_import',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new UndoSteps()).handle(payload.workId as string),
}

export const importListeners = [rehearseImport, importContacts, undoImport]
