import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { migrateFleet } from '#kernel/fleet/fleet_migrations'
import { closeOwnerPool } from '#kernel/fleet/owner'

export default class FleetMigrate extends BaseCommand {
  static commandName = 'fleet:migrate'
  static description = "Bring every agency's tables to what this build expects; resumable"
  static options: CommandOptions = { startApp: true }

  async run() {
    const report = await migrateFleet((done, total) => this.#draw(done, total))
    if (report.agencies > 0) process.stdout.write('\n')
    this.logger.log(`${report.done} of ${report.agencies} agencies migrated in ${report.ms} ms`)
    for (const { slug, error } of report.failed) this.logger.error(`${slug}: ${error}`)
    if (report.failed.length > 0) this.exitCode = 1
    await closeOwnerPool()
  }

  #draw(done: number, total: number): void {
    if (!process.stdout.isTTY) return
    const filled = Math.round((done / total) * 30)
    process.stdout.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total}`)
  }
}
