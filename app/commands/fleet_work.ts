import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { FleetWorker } from '#kernel/fleet/fleet_worker'
import { closeOwnerPool } from '#kernel/fleet/owner'

export default class FleetWork extends BaseCommand {
  static commandName = 'fleet:work'
  static description = "Do the owner's work: provisioning, module switches, suspension, deletion"
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const worker = new FleetWorker()
    await worker.start()
    this.app.terminating(async () => {
      await worker.stop()
      await closeOwnerPool()
    })
  }
}
