/** An event as a worker hears it, after the unit that told it was committed. */
export interface HeardEvent {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly payload: Record<string, unknown>
  readonly tenantId: string
  readonly actorId: string | null
  readonly actorKind: string | null
  readonly onBehalfOf: string | null
  /** The event whose listener told this one. */
  readonly causationId: string | null
  readonly toldAt: string
}

/** What long work has at hand; see `LongListener`. */
export interface LongRun {
  /** 1 for the first try. */
  readonly attempt: number
  /** Aborted when another worker has taken the job over, or this process is asked to end. */
  readonly signal: AbortSignal
  /**
   * Runs one page of the work in a unit of the event's agency, as the person who told the event.
   * Ends the run quietly when the agency was suspended or the module switched off meanwhile.
   */
  inUnit<T>(work: () => Promise<T>): Promise<T>
}

interface ListenerName {
  /** Full name of the event, for example `contacts.contact_created`. */
  event: string
  /** `<room>.<verb_phrase>`; unique, and stable: it marks what was already heard. */
  name: string
}

/**
 * Short work in one unit of the event's agency, as the person who told the event. The mark that
 * it was heard commits with it, so an event that is delivered twice takes effect once.
 */
export interface UnitListener extends ListenerName {
  kind: 'unit'
  handle(event: HeardEvent): Promise<void>
}

/**
 * Long work that opens its units page by page through `run.inUnit`. It is tried again after a
 * failure or a crash, from the beginning: it must find by itself where it left off.
 */
export interface LongListener extends ListenerName {
  kind: 'job'
  handle(event: HeardEvent, run: LongRun): Promise<void>
}

export type Listener = UnitListener | LongListener

/** `listeners/main.ts` of a module. */
export interface ListenersFile {
  default: Listener[]
}
