import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { openDemo } from '#app/agencies'
import { prepareDatabase } from '#kernel/fleet/preparing'
import { closeOwnerPool } from '#kernel/fleet/owner'

export default class FleetPrepare extends BaseCommand {
  static commandName = 'fleet:prepare'
  static description =
    "Prepare the database: core tables, roles, rights and the agencies' migrations"
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Open the demo world once (refused in production)' })
  declare demo: boolean

  @flags.boolean({ description: 'With --demo: delete every agency first' })
  declare fresh: boolean

  async run() {
    const urls = await prepareDatabase((line) => this.logger.log(line))
    const demo = this.demo
      ? await openDemo({ fresh: this.fresh }, (line) => this.logger.log(line))
      : {}
    await closeOwnerPool()
    this.logger.log(JSON.stringify({ ...urls, ...demo }))
  }
}
