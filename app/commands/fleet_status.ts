import { FleetCommand } from '#kernel/fleet/fleet_command'
import { type FleetStatus as Status, fleetStatus } from '#kernel/fleet/fleet_status'

export default class FleetStatus extends FleetCommand {
  static commandName = 'fleet:status'
  static description = 'Agencies by status, migrations that are missing or failed, waiting work'

  async work() {
    const status = await fleetStatus()
    this.#list(
      'Agencies',
      status.agencies.map((row) => [row.status, String(row.count)])
    )
    this.#list(
      'To be deleted',
      status.closing.map((row) => [row.slug, row.delete_after.toISOString().slice(0, 10)])
    )
    this.#listMigrations(status)
    this.#list(
      "Owner's work",
      status.tasks.map((row) => [row.kind, row.status, String(row.count), row.oldest.toISOString()])
    )
  }

  #listMigrations({ pending, failed }: Status): void {
    const named = (one: { module: string; step: string }) => `${one.module}/${one.step}`
    this.#list(
      'Migrations to run',
      pending.map(({ slug, steps }) => [slug, steps.map(named).join(', ')])
    )
    this.#list(
      'Migrations that failed',
      failed.map((row) => [row.slug, named(row), `${row.attempt}×`, row.error])
    )
  }

  #list(title: string, rows: string[][]): void {
    this.logger.log(`${title}: ${rows.length === 0 ? 'none' : ''}`)
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column].length)))
    for (const row of rows)
      this.logger.log(
        `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd()
      )
  }
}
