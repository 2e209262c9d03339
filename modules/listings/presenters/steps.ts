import type { HttpContext } from '@adonisjs/core/http'
import Listing from '../models/listing.ts'

/** One way on, as a form of its own. */
export interface StepChoice {
  key: string
  action: string
  undo?: boolean
  /** Asks for more than a tap: the name of its fields. */
  asks?: 'reason' | 'closing' | 'relisting'
  kind: 'primary' | 'plain'
}

interface Way extends Omit<StepChoice, 'action'> {
  from: readonly Listing['status'][]
  path: string
  permission: 'listings.update' | 'listings.publish'
}

const update = 'listings.update' as const
const live = (Object.keys(Listing.steps) as Listing['status'][]).filter((status) =>
  Listing.steps[status].includes('withdrawn')
)

const ways: Way[] = [
  {
    key: 'approve',
    from: ['pending_review'],
    path: 'approval',
    permission: 'listings.publish',
    kind: 'primary',
  },
  { key: 'submit', from: ['draft'], path: 'submission', permission: update, kind: 'primary' },
  {
    key: 'send_back',
    from: ['pending_review'],
    path: 'submission',
    undo: true,
    permission: update,
    asks: 'reason',
    kind: 'plain',
  },
  {
    key: 'resume',
    from: ['paused'],
    path: 'pause',
    undo: true,
    permission: update,
    kind: 'primary',
  },
  {
    key: 'under_offer',
    from: ['active'],
    path: 'under-offer',
    permission: update,
    kind: 'primary',
  },
  {
    key: 'close',
    from: ['under_offer'],
    path: 'closing',
    permission: update,
    asks: 'closing',
    kind: 'primary',
  },
  {
    key: 'fell_through',
    from: ['under_offer'],
    path: 'under-offer',
    undo: true,
    permission: update,
    asks: 'reason',
    kind: 'plain',
  },
  {
    key: 'relist',
    from: ['expired'],
    path: 'relisting',
    permission: update,
    asks: 'relisting',
    kind: 'primary',
  },
  {
    key: 'pause',
    from: ['active'],
    path: 'pause',
    permission: update,
    asks: 'reason',
    kind: 'plain',
  },
  {
    key: 'withdraw',
    from: live,
    path: 'withdrawal',
    permission: update,
    asks: 'reason',
    kind: 'plain',
  },
]

/** What this person may do next with the listing, the likeliest first. */
export function stepsFor({ staff }: HttpContext, listing: Listing): StepChoice[] {
  return ways
    .filter(({ from, permission }) => {
      return from.includes(listing.status) && staff.actor.reaches(permission, listing)
    })
    .map(({ key, path, undo, asks, kind }) => ({
      ...{ key, undo, asks, kind },
      action: `/app/listings/${listing.id}/${path}`,
    }))
}
