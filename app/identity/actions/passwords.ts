import hash from '@adonisjs/core/services/hash'
import { dictionary } from '@zxcvbn-ts/language-common'
import type Identity from '../models/identity.ts'

const common = new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase()))

/** Is this one of the passwords that everybody tries first? */
export function isCommonPassword(password: string): boolean {
  return common.has(password.toLowerCase())
}

export function hashPassword(password: string): Promise<string> {
  return hash.make(password)
}

let decoy: Promise<string> | null = null

/** Always costs one scrypt, so that an unknown e-mail takes as long as a known one. */
export async function passwordFits(identity: Identity | null, password: string): Promise<boolean> {
  decoy ??= hash.make('nobody has this password')
  const fits = await hash.verify(identity?.passwordHash ?? (await decoy), password)
  return fits && identity?.passwordHash !== null && identity !== null
}
