import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { Worker } from '#kernel/jobs/worker'

export default class Work extends BaseCommand {
  static commandName = 'work'
  static description = 'Pass events on, let listeners hear them, run jobs by the clock'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const worker = new Worker()
    this.app.terminating(() => worker.stop())
    await worker.start()
  }
}
