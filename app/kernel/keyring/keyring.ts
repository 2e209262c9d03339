import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import env from '#start/env'

/**
 * The installation's keys: `APP_KEYS=<id>:<secret>,…`. The first encrypts, all decrypt, so a key
 * is rotated by putting a new one in front. Sealed texts are `<key id>.<iv>.<tag>.<ciphertext>`
 * in base64url (AES-256-GCM), bound to a `purpose` that must be the same when opening.
 */
interface RingKey {
  id: string
  secret: string
}

export function readKeyring(text: string): RingKey[] {
  return text.split(',').map((entry) => {
    const [id, secret] = entry.trim().split(/:(.*)/s)
    if (!id || !secret || secret.length < 32) {
      throw new Error(
        'APP_KEYS must be <id>:<secret of 32 or more characters>, separated by commas'
      )
    }
    return { id, secret }
  })
}

export function keyringSecrets(text: string): string[] {
  return readKeyring(text).map((key) => key.secret)
}

const ring = readKeyring(env.get('APP_KEYS'))

/** Encrypts with the first key. */
export function seal(plain: string | Buffer, purpose: string): string {
  const key = ring[0]
  return `${key.id}.${locked(plain, derive(key.secret, purpose))}`
}

/** Decrypts with the key named in the text; throws when it is unknown or the text was changed. */
export function unseal(text: string, purpose: string): Buffer {
  const [id, ...parts] = text.split('.')
  const key = ring.find((candidate) => candidate.id === id)
  if (!key) throw new Error(`No key "${id}" in APP_KEYS`)
  return unlocked(parts.join('.'), derive(key.secret, purpose))
}

/** Signs with the first key: short signatures for addresses and audit seals, `<key id>.<mac>`. */
export function sign(text: string, purpose: string): string {
  return `${ring[0].id}.${mac(ring[0].secret, purpose, text)}`
}

export function isSigned(text: string, signature: string, purpose: string): boolean {
  const [id] = signature.split('.')
  const key = ring.find((candidate) => candidate.id === id)
  if (!key) return false
  const [given, right] = [signature, `${id}.${mac(key.secret, purpose, text)}`].map((one) =>
    createHash('sha256').update(one).digest()
  )
  return timingSafeEqual(given, right)
}

/** A fresh key for one agency's secrets, wrapped by the ring. */
export function newDataKey(tenantId: string): string {
  return seal(randomBytes(32), `data-key:${tenantId}`)
}

/** The same key wrapped by the first key of the ring; unchanged where it is already. */
export function rewrapDataKey(tenantId: string, wrapped: string): string {
  if (wrapped.startsWith(`${ring[0].id}.`)) return wrapped
  const purpose = `data-key:${tenantId}`
  return seal(unseal(wrapped, purpose), purpose)
}

/** Encrypts a secret of one agency with its own key: `<iv>.<tag>.<ciphertext>`, for this purpose alone. */
export function sealForAgency(plain: string, agency: DataKey, purpose: string): string {
  return locked(plain, derive(dataKeyOf(agency), purpose))
}

/** Throws when the text was changed, or belongs to another agency or purpose. */
export function unsealForAgency(text: string, agency: DataKey, purpose: string): string {
  return unlocked(text, derive(dataKeyOf(agency), purpose)).toString()
}

/** An index over an encrypted value: equal values give equal texts, and nothing else shows. */
export function blindIndex(value: string, wrappedKey: string, tenantId: string): string {
  const key = unseal(wrappedKey, `data-key:${tenantId}`)
  return createHmac('sha256', key).update(value).digest('base64url')
}

interface DataKey {
  id: string
  dataKey: string
}

function dataKeyOf({ id, dataKey }: DataKey): Buffer {
  return unseal(dataKey, `data-key:${id}`)
}

function locked(plain: string | Buffer, key: Buffer): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

function unlocked(text: string, key: Buffer): Buffer {
  const [iv, tag, sealed] = text.split('.').map((part) => Buffer.from(part, 'base64url'))
  const decipher = createDecipheriv('aes-256-gcm', key, iv)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed), decipher.final()])
}

function derive(secret: string | Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

function mac(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', derive(secret, purpose)).update(text).digest('base64url')
}
