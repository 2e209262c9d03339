import {
  type OutwardAnswer,
  type OutwardLimits,
  OutwardRefusal,
  outwardFetch,
} from '#kernel/http/outward_fetch'
import { FeedFault } from './feed_fault.ts'

/** Asks a server out there; why it cannot be asked is a fault of the feed. */
export async function askOutward(url: string, limits: OutwardLimits): Promise<OutwardAnswer> {
  try {
    return await outwardFetch(url, { patience: 60_000, ...limits })
  } catch (error) {
    if (error instanceof OutwardRefusal) throw new FeedFault(error.reason)
    throw error
  }
}
