import { moduleNames } from '#kernel/modules/module_registry'
import { unitSql } from '#kernel/tenancy/sql'
import { Member, Team } from '#app/members'
import type { TestAgency } from '#tests/support/agency'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

export const policies: Record<string, RoutePolicy> = {
  'today.show': { permission: null },
  'themes.store': { permission: null },
  'settings.index': { permission: null },
  'settings.edit': { permission: 'agency.manage' },
  'settings.update': { permission: 'agency.manage' },
  'modules.index': { permission: 'modules.manage' },
  'modules.store': {
    permission: 'modules.manage',
    params: () => ({ name: moduleNames[0] ?? 'none' }),
  },
  'modules.destroy': {
    permission: 'modules.manage',
    params: () => ({ name: moduleNames[0] ?? 'none' }),
  },
  'members.index': { permission: 'members.view' },
}

/** People and teams whose every text is the canary. */
export async function givenRecords(agency: TestAgency, canary: string): Promise<SweptRecords> {
  return agency.inUnit(async () => {
    const team = await Team.create({ name: canary, city: canary })
    await unitSql('update members set name = ?, city = ?, team_id = ?', [canary, canary, team.id])
    const member = await Member.findByOrFail('role', 'junior_agent')
    return { team: team.id, member: member.id }
  })
}
