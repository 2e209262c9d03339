import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const SHAPE = /^fh_([0-9a-f]{12})_([\w-]{43})$/

export interface KeyText {
  /** What is shown once, and never again. */
  text: string
  prefix: string
  secretHash: string
}

/** A new key. Its secret has 256 bits, so that a plain hash of it gives nothing away. */
export function newKeyText(): KeyText {
  const prefix = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { text: `fh_${prefix}_${secret}`, prefix, secretHash: hashOf(secret) }
}

/** The parts of a key as a program sends it; null for what can be none. */
export function readKeyText(text: string): { prefix: string; secret: string } | null {
  const [, prefix, secret] = SHAPE.exec(text) ?? []
  return prefix ? { prefix, secret } : null
}

export function secretFits(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash))
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
