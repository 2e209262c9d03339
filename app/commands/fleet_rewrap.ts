import { FleetCommand } from '#kernel/fleet/fleet_command'
import { rewrapDataKeys } from '#kernel/fleet/rewrapping'

export default class FleetRewrap extends FleetCommand {
  static commandName = 'fleet:rewrap'
  static description = "Wrap every agency's data key with the first of APP_KEYS"

  async work() {
    const { changed, agencies } = await rewrapDataKeys()
    this.logger.log(`Wrapped ${changed} of ${agencies} data keys anew; the others were already`)
  }
}
