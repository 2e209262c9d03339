import { BaseCommand, args } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { type AuditPlane, agencyPlane, platformPlane } from '#kernel/audit/plane'
import { type Breach, verifyPlane } from '#kernel/audit/verification'
import { openAgency } from '#kernel/jobs/open_agency'
import { coreSql } from '#kernel/tenancy/sql'

interface Agency {
  id: string
  slug: string
}

export default class AuditVerify extends BaseCommand {
  static commandName = 'audit:verify'
  static description = 'Compute the audit logs anew and report the first entry that was changed'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Subdomain of one agency; without it, every log', required: false })
  declare agency?: string

  async run() {
    if (!this.agency) await this.#verify('platform', platformPlane)
    const agencies = await this.#agencies()
    if (this.agency && agencies.length === 0) this.#complain(this.agency, 'no such agency')
    for (const { id, slug } of agencies) {
      const tenant = await openAgency(id, null)
      if (tenant) await this.#verify(slug, agencyPlane(tenant))
      else this.logger.warning(`${slug}: not open, its log cannot be read`)
    }
  }

  async #agencies(): Promise<Agency[]> {
    const { rows } = await coreSql<Agency>(
      'select id, slug from tenants where ?::text is null or slug = ? order by slug',
      [this.agency ?? null, this.agency ?? null]
    )
    return rows
  }

  async #verify(name: string, plane: AuditPlane): Promise<void> {
    const { sealed, breach } = await verifyPlane(plane)
    if (breach) this.#complain(name, describe(breach))
    else this.logger.success(`${name}: ${sealed} sealed entries, all as they were written`)
  }

  #complain(name: string, sentence: string): void {
    this.exitCode = 1
    this.logger.error(`${name}: ${sentence}`)
  }
}

function describe(breach: Breach): string {
  switch (breach.kind) {
    case 'entry_changed':
      return `entry ${breach.entry} was changed`
    case 'entry_missing':
      return `entry ${breach.entry} is missing`
    case 'seal_forged':
      return `seal ${breach.seal} does not bear our signature`
    case 'seal_out_of_order':
      return `a seal before ${breach.seal} is missing`
    case 'entries_slipped_in':
      return `${breach.count} entries were written in afterwards`
  }
}
