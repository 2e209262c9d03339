import type { Actor } from '#kernel/tenancy/actor'
import { tenancy } from '#kernel/tenancy/tenancy'

type Bell = (actor: Actor) => Promise<number>

let bell: Bell = async () => 0

/** The kernel knows no notifications: `app/notifications` counts them. */
export function hangBell(count: Bell): void {
  bell = count
}

/** How many notifications a person has not read; null on pages that are made outside of a unit. */
export async function unreadFor(actor: Actor): Promise<number | null> {
  return tenancy.isOpen ? bell(actor) : null
}
