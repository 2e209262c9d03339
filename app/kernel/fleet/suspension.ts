import { changeStatus, isBeingDeleted } from './agency_status.ts'
import { admitApp, shutAppOut } from './app_membership.ts'
import { registerFleetWork } from './fleet_worker.ts'

registerFleetWork('suspend', {
  async handle(client, task) {
    if (await isBeingDeleted(client, task.tenantId)) return { refused: 'being_deleted' }
    await shutAppOut(client, task.tenantId as string)
    await changeStatus(client, task, { status: 'suspended' })
  },
})

/** Lifts a suspension, and calls a deletion off while it is still waiting. */
registerFleetWork('resume', {
  async handle(client, task) {
    if (await isBeingDeleted(client, task.tenantId)) return { refused: 'being_deleted' }
    await admitApp(client, task.tenantId as string)
    await changeStatus(client, task, { status: 'active' })
  },
})
