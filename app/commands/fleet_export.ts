import { mkdtemp, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { args } from '@adonisjs/core/ace'
import { isArchive, pack } from '#kernel/fleet/export_archive'
import { exportAgency } from '#kernel/fleet/exporting'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { agencyCalled } from '#kernel/fleet/fleet_orders'
import { FleetRefusal } from '#kernel/fleet/fleet_refusal'

export default class FleetExport extends FleetCommand {
  static commandName = 'fleet:export'
  static description = 'Write everything of one agency, from one snapshot, with its files'

  @args.string({ description: "The agency's subdomain" })
  declare slug: string

  @args.string({ description: 'A new folder, or a file that ends in .tar.gz' })
  declare target: string

  async work() {
    const target = resolve(this.target)
    const { id } = await agencyCalled(this.slug)
    const manifest = isArchive(target)
      ? await this.#exportArchive(id, target)
      : await exportAgency(id, target)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    this.logger.log(
      `Exported ${manifest.tables.length} tables with ${rows} rows, and ${manifest.files.length} files, to ${target}`
    )
    if (manifest.missing_files.length > 0)
      this.logger.warning(`${manifest.missing_files.length} files are not in the storage`)
  }

  async #exportArchive(tenantId: string, target: string) {
    if (await stat(target).catch(() => null)) throw new FleetRefusal(`${target} is there already.`)
    const folder = await mkdtemp(join(dirname(target), '.export-'))
    try {
      const manifest = await exportAgency(tenantId, folder)
      await pack(folder, target)
      return manifest
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
