import { BaseCommand, args } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { openAgency } from '#kernel/jobs/open_agency'
import { reindex } from '#kernel/search/reindexing'
import { coreSql } from '#kernel/tenancy/sql'

export default class SearchReindex extends BaseCommand {
  static commandName = 'search:reindex'
  static description = "Write an agency's search documents anew"
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Subdomain of the agency' })
  declare agency: string

  async run() {
    const { rows } = await coreSql<{ id: string }>('select id from tenants where slug = ?', [
      this.agency,
    ])
    const tenant = rows[0] ? await openAgency(rows[0].id, null) : null
    if (!tenant) {
      this.exitCode = 1
      return this.logger.error(`${this.agency} is no open agency`)
    }
    for (const { subjectType, records } of await reindex(tenant))
      this.logger.success(`${subjectType}: ${records} records`)
  }
}
