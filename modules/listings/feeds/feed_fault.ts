const feedFaults = [
  'not_web',
  'not_outward',
  'unresolved',
  'too_many_redirects',
  'too_large',
  'too_slow',
  'broken',
  'token_refused',
  'unauthorized',
  'not_found',
  'bad_question',
  'busy',
  'server_error',
  'not_odata',
  'no_keys',
  'out_of_order',
  'other_origin',
] as const

type Reason = (typeof feedFaults)[number]

/** Why a feed's server could not be asked, or did not answer what was asked. */
export class FeedFault extends Error {
  constructor(
    readonly reason: Reason,
    readonly params: Record<string, string | number> = {}
  ) {
    super(`Feed fault: ${reason}`)
    this.name = 'FeedFault'
  }

  /** The sentence that people read. */
  get key(): string {
    return `listings.feeds.faults.${this.reason}`
  }
}
