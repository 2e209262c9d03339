import { createHash, timingSafeEqual } from 'node:crypto'
import { sealForAgency, unsealForAgency } from '#kernel/keyring/keyring'
import { unit } from '#kernel/tenancy/tenancy'
import type LeadConnection from '../models/lead_connection.ts'

/** What only the agency and the provider know. */
export interface Secrets {
  /** Facebook signs with it. */
  appSecret?: string
  /** Facebook sends it when it first calls. */
  verifyToken?: string
  /** With it we ask Facebook for a lead. */
  pageToken?: string
  /** Google sends it along with each lead. */
  googleKey?: string
}

const purposeOf = (token: string) => `lead-connection:${token}`

export function sealSecrets(secrets: Secrets, token: string): string {
  return sealForAgency(JSON.stringify(secrets), unit().tenant, purposeOf(token))
}

export function secretsOf({ secrets, token }: LeadConnection): Secrets {
  if (secrets === null) return {}
  return JSON.parse(unsealForAgency(secrets, unit().tenant, purposeOf(token))) as Secrets
}

/** In a time that tells nothing of how much was right. */
export function isSame(given: unknown, right: string | undefined): boolean {
  if (typeof given !== 'string' || right === undefined) return false
  const [one, other] = [given, right].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(one, other)
}
