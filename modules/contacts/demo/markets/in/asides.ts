import { lines } from '../../text.ts'

/** What one would want to know before calling. */
export const asides = lines(`
  Marathi on the phone, English in mails.
  Not during Pitru Paksha, asked twice.
  Father-in-law decides, be polite to him first.
  Only after seven in the evening, and on Saturdays.
  WhatsApp with pins, does not open mails.
  Lives in Dubai, one and a half hours behind.
  Daughter starts at the school in {area}.
  Likes to bargain, leave room.
  Wants every figure in lakh, not in square feet.
  Drinks tea without sugar.
  Came through the stall at the property expo.
  Has a number that is lucky: eight.
  Knows the watchman at {street}.
  Do not share the number with builders.
  Travels by bus, plan visits along the road.
  Collects old Deccan maps, good way to begin a talk.`)
