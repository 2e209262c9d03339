/** Not there, not there yet, not there any more, or without a connection left for us. */
const CODES = /^(?:ECONNREFUSED|ECONNRESET|08\w{3}|53300|57P0[123])$/

/** Whether an error says that the database cannot be reached now: whoever asks again may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  const { code = '', name, message = '' } = Object(error) as Partial<Error> & { code?: string }
  if (name === 'KnexTimeoutError') return true
  return CODES.test(code) || message.startsWith('Connection terminated')
}
