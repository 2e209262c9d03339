import { randomBytes } from 'node:crypto'

/** 256 bits in signs that addresses of mail and the web both keep: which agency, and 128 of chance. */
const SIGNS = 52

/** A door's name that nobody can guess and that tells whose door it is. */
export function newToken(tenantId: string): string {
  const bits = tenantId.replaceAll('-', '') + randomBytes(16).toString('hex')
  return BigInt(`0x${bits}`).toString(32).padStart(SIGNS, '0')
}

/** The agency that a token claims to be of; null where it is none. */
export function tenantOf(token: string): string | null {
  if (!/^[0-9a-v]{52}$/.test(token)) return null
  const bits = [...token].reduce((sum, sign) => sum * 32n + BigInt(Number.parseInt(sign, 32)), 0n)
  const hex = bits.toString(16).padStart(64, '0')
  if (hex.length > 64) return null
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
