import type { HttpContext } from '@adonisjs/core/http'
import { judge } from '../fitting/judge.ts'
import type Listing from '../models/listing.ts'
import { type SeekerRow, seekersOf } from '../queries/seekers_of.ts'
import { saidReasons } from './reasons_view.ts'

const SHOWN = 10

/** Who looks for something like this listing, the best first, each with the reasons. */
export async function seekersView(ctx: HttpContext, listing: Listing) {
  await listing.load('property')
  const { priceMinor, title, description, property } = listing
  const { type, locality, beds, baths, features } = property
  const home = { priceMinor, title, description, type, locality, beds, baths, features }
  const sizeSqm = property.$extras.size_sqm as number | null
  const rows = await seekersOf(ctx.staff.actor, listing)
  return rows
    .map((row) => ({ row, verdict: judge(wishOf(row), { ...home, sizeSqm }) }))
    .sort((one, other) => other.verdict.score - one.verdict.score)
    .slice(0, SHOWN)
    .map(({ row, verdict }) => ({
      name: row.name,
      url: `/app/contacts/${row.id}#requirement-${row.requirement_id}`,
      score: verdict.score,
      why: saidReasons(ctx, verdict.reasons),
    }))
}

function wishOf(row: SeekerRow) {
  const number = (text: string | null) => (text === null ? null : Number(text))
  return {
    budgetFromMinor: number(row.budget_from_minor),
    budgetToMinor: number(row.budget_to_minor),
    localities: row.localities,
    types: row.types,
    bedsMin: row.beds_min,
    bathsMin: row.baths_min,
    sizeMin: row.size_min,
    sizeUnit: row.size_unit,
    features: row.features,
    dealBreakers: row.deal_breakers,
  }
}
