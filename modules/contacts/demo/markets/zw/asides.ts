import { lines } from '../../text.ts'

/** What one would want to know before calling. */
export const asides = lines(`
  WhatsApp only, phone stays in the car.
  Call after church on weekends, never before.
  Lives in Leeds; one hour behind us in summer.
  Brother holds power of attorney.
  Addresses everybody as Mukoma, likes the same.
  Three girls at school in {area}.
  Comes with an uncle who asks the hard questions.
  Pays cash and wants a stamped receipt each time.
  No calls in the planting season, at the farm.
  Ndebele at home, English with us.
  Had trouble with a fake agent once; show the certificate.
  Sells honey, the good kind.
  Knows the caretaker of {street}.
  Prefers mornings, before the heat.
  Sends long voice notes; listen to the end.
  Does not drive after dark.`)
