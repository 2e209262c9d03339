import { args, flags } from '@adonisjs/core/ace'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { type OrderedAgency, agencyCalled, orderWork } from '#kernel/fleet/fleet_orders'
import { FleetRefusal } from '#kernel/fleet/fleet_refusal'

export default class FleetDelete extends FleetCommand {
  static commandName = 'fleet:delete'
  static description = 'Close an agency; after its days of grace it is deleted, unless resumed'

  @args.string({ description: "The agency's subdomain" })
  declare slug: string

  @flags.string({ description: 'Why, for the audit log' })
  declare reason?: string

  @flags.boolean({ description: 'Delete a closed agency whose days of grace are over' })
  declare now: boolean

  async work() {
    const agency = await agencyCalled(this.slug)
    if (this.now) return this.#deleteNow(agency)
    await orderWork('close', agency, { reason: this.reason })
    const closed = await agencyCalled(this.slug)
    this.logger.log(`${this.slug} is closed and will be deleted after ${dayOf(closed)}`)
    this.logger.log(`Until then: node ace fleet:export ${this.slug} … or fleet:resume ${this.slug}`)
  }

  async #deleteNow(agency: OrderedAgency) {
    const isOver = agency.status === 'closing' && Number(agency.delete_after) <= Date.now()
    if (!isOver)
      throw new FleetRefusal(
        agency.status === 'closing'
          ? `${this.slug} may be called back until ${dayOf(agency)}.`
          : `${this.slug} is not closed: run fleet:delete ${this.slug} first.`
      )
    await orderWork('delete', agency, { reason: this.reason })
    this.logger.log(`${this.slug} is deleted`)
  }
}

function dayOf({ delete_after: day }: OrderedAgency): string {
  return day ? day.toISOString().slice(0, 10) : 'never'
}
