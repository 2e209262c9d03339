import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { allFlags } from '#kernel/flags/flags'
import { coreSql } from '#kernel/tenancy/sql'

export default class FlagsList extends BaseCommand {
  static commandName = 'flags:list'
  static description = 'List the feature flags and who has them'
  static options: CommandOptions = { startApp: true }

  async run() {
    const slugs = await slugsById()
    const names = (ids: ReadonlySet<string>) => [...ids].map((id) => slugs.get(id) ?? id).join(', ')
    const table = this.ui.table().head(['Flag', 'State', 'Roll-out', 'Always', 'Never'])
    for (const flag of await allFlags()) {
      const state = flag.enabled ? 'on' : 'off'
      table.row([
        flag.name,
        state,
        `${flag.rolloutPercentage} %`,
        names(flag.included),
        names(flag.excluded),
      ])
    }
    table.render()
  }
}

async function slugsById(): Promise<Map<string, string>> {
  const { rows } = await coreSql<{ id: string; slug: string }>('select id, slug from tenants')
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}
