import { type Result, done, refused } from '#kernel/result/result'
import type { Intent } from '../lead_words.ts'
import type { Conditions } from './conditions.ts'
import type { Staffer, Target, TargetKind } from './targets.ts'

/** What somebody wrote about a rule, tidied by the validator. */
export interface RuleDraft {
  name: string
  sources?: (string | null)[] | null
  places?: (string | null)[] | null
  priceFrom?: number | null
  priceTo?: number | null
  intents?: Intent[] | null
  languages?: string[] | null
  agents?: string[] | null
  target: TargetKind
  memberId?: string | null
  teamId?: string | null
  memberIds?: string[] | null
  minutes?: number | null
  hidden?: boolean | null
  fallbackIds?: string[] | null
  fallbackMinutes?: number | null
}

const MINUTES = 30

export function conditionsOf(draft: RuleDraft): Conditions {
  return {
    sources: words(draft.sources),
    places: words(draft.places),
    priceFrom: draft.priceFrom ?? null,
    priceTo: draft.priceTo ?? null,
    intents: draft.intents ?? [],
    languages: draft.languages ?? [],
    agents: draft.agents ?? [],
  }
}

function words(typed: (string | null)[] | null | undefined): string[] {
  const all = (typed ?? []).flatMap((line) => (line ?? '').split(','))
  return [...new Set(all.map((word) => word.trim()).filter(Boolean))].slice(0, 50)
}

type Made = Result<Target, 'nobody'>
type IsHere = (ids: (string | null | undefined)[]) => boolean

/** The target, if everybody whom it names works here; else the field where somebody is missing. */
export function targetOf(draft: RuleDraft, staff: readonly Staffer[]): Made {
  const known = new Set<string | null | undefined>(staff.map(({ id }) => id))
  return makers[draft.target](draft, (ids) => ids.every((id) => known.has(id)))
}

const makers: Record<TargetKind, (draft: RuleDraft, isHere: IsHere) => Made> = {
  listing_agent: () => done({ kind: 'listing_agent' }),
  member: ({ memberId }, isHere) =>
    memberId && isHere([memberId]) ? done({ kind: 'member', memberId }) : nobody('memberId'),
  team: ({ teamId }) => (teamId ? done({ kind: 'team', teamId }) : nobody('teamId')),
  round_robin: ({ memberIds }, isHere) =>
    memberIds?.length && isHere(memberIds)
      ? done({ kind: 'round_robin', memberIds })
      : nobody('memberIds'),
  first_to_claim: (draft, isHere) => {
    const { memberIds, fallbackIds } = draft
    if (!memberIds?.length || !isHere(memberIds)) return nobody('memberIds')
    return isHere(fallbackIds ?? []) ? done(claimBy(draft)) : nobody('fallbackIds')
  },
}

function nobody(field: string) {
  return refused('nobody', { field })
}

function claimBy({ memberIds, minutes, fallbackIds, fallbackMinutes, hidden }: RuleDraft): Target {
  const groups = [
    { memberIds: memberIds ?? [], minutes: minutes ?? MINUTES },
    { memberIds: fallbackIds ?? [], minutes: fallbackMinutes ?? minutes ?? MINUTES },
  ]
  const filled = groups.filter((group) => group.memberIds.length > 0)
  return { kind: 'first_to_claim', groups: filled, hidden: hidden ?? false }
}
