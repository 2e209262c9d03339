import type BulkWork from './models/bulk_work.ts'

/**
 * How one kind of bulk work is done, step by step. `begin`, `take` and `finish` run inside a
 * unit of work; files are read and written around them. A step and the count of its rows are committed
 * together, so that after a crash the next attempt goes on behind the last step.
 */
export interface BulkSteps {
  /** In the unit that begins an attempt; steps that cannot go on from the middle start over here. */
  begin?(work: BulkWork): Promise<void>
  /** Before the first step of an attempt: `work.rowsDone` says where to go on. */
  open?(work: BulkWork): Promise<void>
  /** Gathers what the next step needs. */
  prepare?(): Promise<void>
  /** Does one step and answers how many rows it took; 0: there are no more. */
  take(work: BulkWork): Promise<number>
  /** After a step was committed. */
  settle?(): Promise<void>
  /** After the last step, before `finish`. */
  complete?(work: BulkWork): Promise<void>
  /** In the unit that ends the work as done. */
  finish?(work: BulkWork): Promise<void>
  /** However the attempt ended. */
  close?(): Promise<void>
}

/** A failure that trying again does not mend; `key` and `params` are a sentence for the person who waits. */
export class BulkFailure extends Error {
  readonly key: string
  readonly params: Record<string, string | number>

  constructor(key: string, params: Record<string, string | number> = {}) {
    super(`Bulk work failed: ${key}`)
    this.name = 'BulkFailure'
    this.key = key
    this.params = params
  }
}
