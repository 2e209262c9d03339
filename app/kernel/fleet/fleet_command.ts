import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { FleetRefusal } from './fleet_refusal.ts'
import { closeOwnerPool } from './owner.ts'

/** A command that does the owner's work. A refusal is one line on stderr, and exit code 1. */
export abstract class FleetCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true }

  abstract work(): Promise<void>

  async run() {
    try {
      await this.work()
    } catch (error) {
      if (!(error instanceof FleetRefusal)) throw error
      this.logger.logError(error.message)
      this.exitCode = 1
    } finally {
      await closeOwnerPool()
    }
  }
}
