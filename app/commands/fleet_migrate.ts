import { FleetCommand } from '#kernel/fleet/fleet_command'
import { migrateFleet } from '#kernel/fleet/fleet_migrations'

export default class FleetMigrate extends FleetCommand {
  static commandName = 'fleet:migrate'
  static description = "Bring every agency's tables to what this build expects; resumable"

  async work() {
    const report = await migrateFleet({
      onProgress: (done, total) => this.#draw(done, total),
      onRetry: (slug) => this.logger.log(`${slug} is busy; trying again`),
    })
    if (report.agencies > 0) process.stdout.write('\n')
    this.logger.log(`${report.done} of ${report.agencies} agencies migrated in ${report.ms} ms`)
    for (const { slug, error } of report.failed) this.logger.error(`${slug}: ${error}`)
    if (report.failed.length > 0) this.exitCode = 1
  }

  #draw(done: number, total: number): void {
    if (!process.stdout.isTTY) return
    const filled = Math.round((done / total) * 30)
    process.stdout.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total}`)
  }
}
