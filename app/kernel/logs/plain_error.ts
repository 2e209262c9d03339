interface KnownError {
  name?: string
  code?: string
  message?: string
  stack?: string
  cause?: unknown
}

/** SQLSTATE: what such an error says quotes values that people typed. */
const OF_DATABASE = /^[0-9A-Z]{5}$/
const PERSON = /[^\s<>@"']{1,64}@(?=[\w-])/g

/** What of an error is written into the log: where it struck and why, and nothing that a person wrote. */
export function plainError(error: unknown, depth = 3): object {
  const { name = typeof error, code, message, stack, cause } = (error ?? {}) as KnownError
  const isTold = !OF_DATABASE.test(String(code))
  return {
    name,
    code,
    message: isTold ? message?.replaceAll(PERSON, '…@') : undefined,
    stack: framesOf(stack),
    cause: cause && depth > 0 ? plainError(cause, depth - 1) : undefined,
  }
}

/** A stack begins with the message, which may be many lines. */
function framesOf(stack = ''): string {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return lines.map((line) => line.trim()).join('\n')
}
