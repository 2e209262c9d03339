import { isSigned, sign } from '#kernel/keyring/keyring'
import { unit } from '#kernel/tenancy/tenancy'

const PURPOSE = 'form-stamp'

/** Says, unforgeably, when a form of the open unit's agency was drawn: programs fill it too fast. */
export function formStamp(at: number = Date.now()): string {
  return `${at}.${sign(textOf(String(at)), PURPOSE)}`
}

/** How many seconds ago that was; null for a stamp that is not ours. */
export function stampAge(stamp: unknown): number | null {
  const [, at, signature] = /^(\d{13})\.(.{1,200})$/.exec(String(stamp)) ?? []
  if (!at || !isSigned(textOf(at), signature, PURPOSE)) return null
  return (Date.now() - Number(at)) / 1000
}

function textOf(at: string): string {
  return `${unit().tenant.id}\n${at}`
}
