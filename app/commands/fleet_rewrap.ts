import { FleetCommand } from '#kernel/fleet/fleet_command'
import { rewrapDataKeys } from '#kernel/fleet/rewrapping'

export default class FleetRewrap extends FleetCommand {
  static commandName = 'fleet:rewrap'
  static description = "Wrap every agency's data key with the first of APP_KEYS"

  async work() {
    const { agencies, changed, unopened } = await rewrapDataKeys()
    this.logger.log(`Wrapped ${changed} of ${agencies} data keys anew`)
    for (const slug of unopened) this.logger.error(`${slug}: no key of APP_KEYS opens its data key`)
    if (unopened.length > 0) this.exitCode = 1
  }
}
