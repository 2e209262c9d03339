import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { args, flags } from '@adonisjs/core/ace'
import { isArchive, unpack } from '#kernel/fleet/export_archive'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { importAgency } from '#kernel/fleet/importing'

export default class FleetImport extends FleetCommand {
  static commandName = 'fleet:import'
  static description = 'Open an agency from an export; what does not fit is refused as a whole'

  @args.string({ description: 'The folder or archive that fleet:export wrote' })
  declare source: string

  @flags.string({ description: 'Another subdomain than the one in the export' })
  declare as?: string

  async work() {
    const source = resolve(this.source)
    const { slug } = isArchive(source)
      ? await this.#importArchive(source)
      : await importAgency(source, { as: this.as })
    this.logger.log(`Imported ${slug}; people without a password choose one by e-mail`)
  }

  async #importArchive(archive: string) {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-import-'))
    try {
      await unpack(archive, folder)
      return await importAgency(folder, { as: this.as })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
