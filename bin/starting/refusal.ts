/** A reason not to go on that is told to the person in one sentence, without a stack trace. */
export class Refusal extends Error {
  override name = 'Refusal'
}
