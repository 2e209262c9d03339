import { args, flags } from '@adonisjs/core/ace'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { agencyCalled, orderWork } from '#kernel/fleet/fleet_orders'

export default class FleetSuspend extends FleetCommand {
  static commandName = 'fleet:suspend'
  static description = 'Let nobody into an agency until it is resumed; nothing is deleted'

  @args.string({ description: "The agency's subdomain" })
  declare slug: string

  @flags.string({ description: 'Why, for the audit log' })
  declare reason?: string

  async work() {
    await orderWork('suspend', await agencyCalled(this.slug), { reason: this.reason })
    this.logger.log(`${this.slug} is suspended`)
  }
}
