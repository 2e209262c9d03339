/** The owner's work cannot be done, for a reason that is told in one sentence without a stack trace. */
export class FleetRefusal extends Error {
  override name = 'FleetRefusal'
}
