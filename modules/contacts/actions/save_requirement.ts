import { tidyTags } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { inPlaceNames } from '#kernel/places/known_places'
import { type Result, done, refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import ContactsRequirementChanged from '../events/contacts_requirement_changed.ts'
import ContactRequirement from '../models/contact_requirement.ts'
import type { RequirementDraft } from '../requirement_draft.ts'

/** Notes what a contact looks for. */
export async function addRequirement(
  contactId: string,
  draft: RequirementDraft
): Promise<Result<ContactRequirement, 'budget_order'>> {
  if (!isInOrder(draft)) return refused('budget_order')
  const requirement = await ContactRequirement.create({ contactId, ...(await columnsOf(draft)) })
  tellOfRequirement(requirement)
  return done(requirement)
}

export async function changeRequirement(
  requirement: ContactRequirement,
  draft: RequirementDraft
): Promise<Result<ContactRequirement, 'budget_order' | 'stale'>> {
  if (!isInOrder(draft)) return refused('budget_order')
  const isSaved = await requirement.merge(await columnsOf(draft)).saveSeen(draft.version ?? 0)
  if (!isSaved) return refused('stale')
  tellOfRequirement(requirement)
  return done(requirement)
}

export function tellOfRequirement(requirement: ContactRequirement): void {
  unit().tell(new ContactsRequirementChanged(requirement))
}

function isInOrder({ budgetFrom, budgetTo }: RequirementDraft): boolean {
  return (budgetFrom ?? 0) <= (budgetTo ?? Infinity)
}

/** What was left out is empty from now on; a place goes by its name, as listings call it. */
async function columnsOf(draft: RequirementDraft) {
  const { currency, areaUnit } = marketPack(unit().tenant.market)
  return {
    dealType: draft.dealType,
    ...roomsOf(draft),
    ...circumstancesOf(draft),
    localities: await inPlaceNames(tidyTags(draft.localities ?? [])),
    types: draft.types ?? [],
    features: draft.features ?? [],
    currency,
    sizeUnit: areaUnit,
  }
}

function roomsOf({ budgetFrom, budgetTo, bedsMin, bathsMin, sizeMin }: RequirementDraft) {
  return {
    budgetFromMinor: budgetFrom ?? null,
    budgetToMinor: budgetTo ?? null,
    bedsMin: bedsMin ?? null,
    bathsMin: bathsMin ?? null,
    sizeMin: sizeMin ?? null,
  }
}

function circumstancesOf({ timing, moveInOn, household, dealBreakers }: RequirementDraft) {
  return {
    timing: timing ?? null,
    moveInOn: moveInOn ?? null,
    household: household ?? null,
    dealBreakers: dealBreakers ?? null,
  }
}
