import { isSigned, sign } from '#kernel/keyring/keyring'
import { unit } from '#kernel/tenancy/tenancy'

const PURPOSE = 'file-address'
const LIFE = 3_600
/** Addresses made within this many seconds are equal, so that a page drawn again is the same. */
const STEP = 300
const PUBLIC_PURPOSE = 'public-file-address'
const WEEK = 7 * 24 * 3_600

/**
 * An address under which the file of the open unit's agency is served to whoever holds it, on
 * that agency's host alone, for `seconds` and at most five minutes more.
 */
export function fileAddress(fileId: string, seconds: number = LIFE): string {
  const expires = Math.ceil((Date.now() / 1000 + seconds) / STEP) * STEP
  const signature = sign(textOf(unit().tenant.id, fileId, expires), PURPOSE)
  return `/files/${fileId}?${new URLSearchParams({ expires: String(expires), signature })}`
}

/**
 * An address for what everybody may see: the same for a week, and every cache on the way may keep
 * what it answers until it expires, one or two weeks from now. Of the open unit's agency, unless
 * another is named.
 */
export function publicFileAddress(fileId: string, tenantId = unit().tenant.id): string {
  const expires = (Math.ceil(Date.now() / 1000 / WEEK) + 1) * WEEK
  const signature = sign(textOf(tenantId, fileId, expires), PUBLIC_PURPOSE)
  return `/files/${fileId}?${new URLSearchParams({ expires: String(expires), public: '1', signature })}`
}

interface Asked {
  tenantId: string
  fileId: string
  expires: number
  signature: string
  /** It says that caches may keep what it answers. */
  isPublic?: boolean
}

/** `foreign`: never an address of this agency. */
export function judgeAddress(asked: Asked): 'good' | 'expired' | 'foreign' {
  const text = textOf(asked.tenantId, asked.fileId, asked.expires)
  const purpose = asked.isPublic ? PUBLIC_PURPOSE : PURPOSE
  if (!isSigned(text, asked.signature, purpose)) return 'foreign'
  return asked.expires * 1000 > Date.now() ? 'good' : 'expired'
}

function textOf(tenantId: string, fileId: string, expires: number): string {
  return [tenantId, fileId, expires].join('\n')
}
