import { type Result, done, refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import Member from '../models/member.ts'
import Team from '../models/team.ts'
import { STAFF_CHANGED } from '../staff_directory.ts'

interface TeamFacts {
  name: string
  city: string | null
}

const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'

/** Opens, renames and closes teams. */
export class ChangeTeam {
  async open(facts: TeamFacts): Promise<Result<Team, 'name_taken'>> {
    const team = await unlessRefused(UNIQUE_VIOLATION, () => Team.create(facts))
    if (!team) return refused('name_taken')
    record('teams.opened', team)
    return done(team)
  }

  async handle(
    team: Team,
    facts: TeamFacts,
    seenVersion: number
  ): Promise<Result<Team, 'name_taken' | 'stale'>> {
    const saved = await unlessRefused(UNIQUE_VIOLATION, () =>
      team.merge(facts).saveSeen(seenVersion)
    )
    if (saved === null) return refused('name_taken')
    if (!saved) return refused('stale')
    record('teams.changed', team)
    return done(team)
  }

  /** A team that still has people or records stays. */
  async close(team: Team): Promise<Result<Team, 'has_members' | 'has_records'>> {
    const member = await Member.query().where({ teamId: team.id }).first()
    if (member) return refused('has_members')
    const isGone = await unlessRefused(FOREIGN_KEY_VIOLATION, async () => {
      await team.delete()
      return true
    })
    if (!isGone) return refused('has_records')
    record('teams.closed', team)
    return done(team)
  }
}

function record(action: string, { id, name }: Team): void {
  unit().audit({ action, subjectType: 'team', subjectId: id, facts: { name } })
  unit().notify(STAFF_CHANGED, unit().tenant.id)
}

/** Tries behind a savepoint: null where the database refuses for the expected reason. */
async function unlessRefused<T>(code: string, work: () => Promise<T>): Promise<T | null> {
  const { trx } = unit()
  await trx.rawQuery('savepoint team')
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code !== code) throw error
    await trx.rawQuery('rollback to savepoint team')
    return null
  }
}
