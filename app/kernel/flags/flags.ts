import { noticeBoard } from '#kernel/tenancy/notice_board'
import { announce, coreSql, coreTransaction } from '#kernel/tenancy/sql'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type Flag, isOnFor } from './flag.ts'

const REMEMBER = 30_000
const CHANGED = 'freehold_flags'

interface FlagRow {
  name: string
  enabled: boolean
  rollout_percentage: number
  included: string[]
  excluded: string[]
}

let kept: { flags: ReadonlyMap<string, Flag>; until: number } | null = null
/** Changes heard of so far: what was read before one of them is not kept after it. */
let changes = 0

noticeBoard.on(CHANGED, forget)
noticeBoard.onGap(forget)

/** Has this agency the part of the product that the flag guards? An unknown flag is off. */
export async function isFlagOn(name: string, tenant: Pick<TenantSnapshot, 'id'>): Promise<boolean> {
  const flag = (await knownFlags()).get(name)
  return flag !== undefined && isOnFor(flag, tenant.id)
}

export async function allFlags(): Promise<Flag[]> {
  const { rows } = await coreSql<FlagRow>('select * from feature_flags order by name')
  return rows.map(({ name, enabled, rollout_percentage: rolloutPercentage, ...lists }) => ({
    name,
    enabled,
    rolloutPercentage,
    included: new Set(lists.included),
    excluded: new Set(lists.excluded),
  }))
}

/** Writes a flag as a whole and tells every process. */
export async function saveFlag(flag: Flag): Promise<void> {
  await coreTransaction(async (client) => {
    await coreSql(
      `insert into feature_flags (name, enabled, rollout_percentage, included, excluded) values (?, ?, ?, ?, ?)
       on conflict (name) do update set enabled = excluded.enabled, rollout_percentage = excluded.rollout_percentage,
         included = excluded.included, excluded = excluded.excluded, version = feature_flags.version + 1, updated_at = now()`,
      [flag.name, flag.enabled, flag.rolloutPercentage, [...flag.included], [...flag.excluded]],
      client
    )
    await announce(CHANGED, flag.name, client)
  })
  forget()
}

async function knownFlags(): Promise<ReadonlyMap<string, Flag>> {
  if (kept && kept.until > Date.now()) return kept.flags
  const heard = changes
  const flags = new Map((await allFlags()).map((flag) => [flag.name, flag]))
  if (heard === changes) kept = { flags, until: Date.now() + REMEMBER }
  return flags
}

function forget(): void {
  changes++
  kept = null
}
