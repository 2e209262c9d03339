import { type Result, done, refused } from '#kernel/result/result'
import { announce, coreSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { contrast, readableOn } from '../contrast.ts'

interface AgencyChange {
  name: string
  timeZone: string
  primary: string
  version: number
}

/** Name, time zone and brand colour. A colour that cannot be read on, or seen on white, is refused. */
export class UpdateAgency {
  async handle(
    tenantId: string,
    change: AgencyChange
  ): Promise<Result<void, 'stale' | 'contrast_too_low'>> {
    const primaryContent = readableOn(change.primary)
    if (!primaryContent || contrast(change.primary, '#ffffff') < 3)
      return refused('contrast_too_low')
    const { rowCount } = await coreSql(
      `update tenants set name = ?, time_zone = ?, branding = branding || ?::jsonb, version = version + 1, updated_at = now()
        where id = ? and version = ?::numeric`,
      [
        change.name,
        change.timeZone,
        JSON.stringify({ primary: change.primary, primaryContent }),
        tenantId,
        change.version,
      ]
    )
    if (rowCount === 0) return refused('stale')
    unit().audit({ action: 'agency.updated', subjectType: 'agency', subjectId: tenantId })
    await announce('freehold_tenants', tenantId)
    return done(undefined)
  }
}
