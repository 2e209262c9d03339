import { lines } from '../../text.ts'

/** What one would want to know before calling. */
export const asides = lines(`
  Prefers a text before a call.
  Do not call before ten, works nights.
  Two kids and a dog named Biscuit.
  Spouse makes the decisions on paint, everything else is shared.
  Allergic to cats, ask before showing.
  Asked to be kept off the newsletter.
  Birthday in March, sends cards too.
  Drives up from Olympia, so group the viewings.
  Speaks Spanish at home, happy with either.
  Reads every line of every form; leave time.
  Mother lives in {area}, that is the real reason.
  Met at the open house at {street}.
  Likes numbers on one page.
  Uses a wheelchair; check steps and door widths.
  Great sense of humor, brings donuts.
  Had a bad time with a past agent, go slow.`)
