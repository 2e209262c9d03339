import type { DomainEvent } from '#kernel/tenancy/unit'

/** One record as the search knows it. `permission` and the owner decide who may find it. */
export interface SearchDocument {
  subjectType: string
  subjectId: string
  title: string
  detail: string
  /** Everything that a word may be found in. */
  words: string
  permission: string
  ownerId: string | null
  teamId: string | null
}

export type NextChanged = (
  event: DomainEvent,
  subjectId: string | null,
  limit: number
) => Promise<string[]>

/**
 * What a module supplies so that its records are found everywhere. Its documents are written
 * anew whenever an event that the module tells changes one of them.
 */
export interface SearchProvider {
  subjectType: string
  icon: string
  /** Where a found record is shown. */
  urlFor(subjectId: string): string
  /** The current documents of these records; a missing one is taken out of the search. */
  documents(subjectIds: string[]): Promise<SearchDocument[]>
  /** Which records an event changed. */
  changedBy(event: DomainEvent): string[]
  /**
   * Events that change more records than one unit should write, each with the next of its records
   * after `subjectId` in the order of their ids.
   */
  changedInBulk?: Record<string, NextChanged>
  /** The next records after `subjectId` in the order of their ids, for writing all anew. */
  idsAfter?(subjectId: string | null, limit: number): Promise<string[]>
}
