import { flags } from '@adonisjs/core/ace'
import { openDemo } from '#app/agencies'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { prepareDatabase } from '#kernel/fleet/preparing'

export default class FleetPrepare extends FleetCommand {
  static commandName = 'fleet:prepare'
  static description =
    "Prepare the database: core tables, roles, rights and the agencies' migrations"

  @flags.boolean({ description: 'Open the demo world once (refused in production)' })
  declare demo: boolean

  @flags.boolean({ description: 'With --demo: delete every agency first' })
  declare fresh: boolean

  async work() {
    const say = (line: string) => this.logger.log(line)
    const prepared = await prepareDatabase(say)
    const demo = this.demo ? await openDemo({ fresh: this.fresh }, say) : {}
    if (process.env.FREEHOLD_SUPERVISED)
      return say(JSON.stringify({ ...prepared.addresses, ...demo }))

    if (prepared.failed > 0) this.exitCode = 1
    say(`Prepared. Web and workers sign in as ${prepared.login}.`)
  }
}
