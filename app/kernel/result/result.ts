/**
 * The outcome of a deed whose refusals are expected. `reason` is a snake_case fact
 * (`already_closed`), which the controller turns into words and a status; `facts` fills them.
 */
export type Result<Value, Reason extends string> =
  | { ok: true; value: Value }
  | { ok: false; reason: Reason; facts: Record<string, string | number | string[]> }

export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refused<Reason extends string>(
  reason: Reason,
  facts: Record<string, string | number | string[]> = {}
): { ok: false; reason: Reason; facts: Record<string, string | number | string[]> } {
  return { ok: false, reason, facts }
}
