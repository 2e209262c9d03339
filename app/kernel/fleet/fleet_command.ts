import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { isDatabaseAway } from '#kernel/http/database_away'
import { FleetRefusal } from './fleet_refusal.ts'
import { closeOwnerPool } from './owner.ts'

/** A command that an operator runs. A refusal is one line on stderr, and exit code 1. */
export abstract class FleetCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true }

  abstract work(): Promise<void>

  async run() {
    try {
      await this.work()
    } catch (error) {
      this.logger.logError(sentenceFor(error))
      this.exitCode = 1
    } finally {
      await closeOwnerPool()
    }
  }
}

/** Throws on what only a stack trace explains. */
function sentenceFor(error: unknown): string {
  if (error instanceof FleetRefusal) return error.message
  if (!isDatabaseAway(error)) throw error
  return `The database does not answer (${(error as Error).message}). Is Freehold running?`
}
