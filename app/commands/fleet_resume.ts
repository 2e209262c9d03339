import { args, flags } from '@adonisjs/core/ace'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { agencyCalled, orderWork } from '#kernel/fleet/fleet_orders'

export default class FleetResume extends FleetCommand {
  static commandName = 'fleet:resume'
  static description = 'Lift a suspension, or call a deletion off that has not begun'

  @args.string({ description: "The agency's subdomain" })
  declare slug: string

  @flags.string({ description: 'Why, for the audit log' })
  declare reason?: string

  async work() {
    await orderWork('resume', await agencyCalled(this.slug), { reason: this.reason })
    this.logger.log(`${this.slug} is open again`)
  }
}
