import type { HttpContext } from '@adonisjs/core/http'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { Result } from '#kernel/result/result'
import type { Actor } from '#kernel/tenancy/actor'

/** One thing that is done to many records. */
export interface BulkDeed {
  act: string
  ownerId?: string | null
  tags?: string | null
  /** The instant that names everything deleted by this deed, so that all of it can be taken back. */
  batch?: string
}

/** Which records a deed is about: those that were chosen, or all that the list's address matches. */
export interface BulkChoice {
  ids?: string[] | null
  all?: boolean | null
  query?: string | null
}

export interface BulkOrder {
  deed: BulkDeed
  choice: BulkChoice
}

/**
 * What can be done to many records of one module at once. Addresses, the table, the kind of its works
 * (`<module>.bulk_act`) and all words (`<module>.bulk`) begin with the module's name.
 */
export interface BulkDesk {
  module: string
  /** What each act asks for; it also says how far the act reaches. */
  permissions: Record<string, string>
  /** What a form asks for. */
  asked(ctx: HttpContext): Promise<BulkOrder>
  /** The records that an act is about, as far as `permission` reaches and no further. Wrapped, as a bare query would run. */
  chosen(
    actor: Actor,
    choice: BulkChoice,
    permission: string
  ): Promise<{ query: ModelQueryBuilderContract<LucidModel, unknown> }>
  /** Does it to these records, in a few statements however many they are. */
  act(ids: string[], deed: BulkDeed): Promise<Result<unknown, string>>
}

/** Up to so many are done at once, while the person waits. */
export const AT_ONCE = 500

/** Where the bulk acts of a module stand: `/app/contacts/bulk-acts`. */
export function homeOf({ module }: BulkDesk): string {
  return `/app/${module}/bulk-acts`
}
