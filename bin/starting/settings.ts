import { resolve } from 'node:path'
import { SETTING_RULES } from './setting_rules.ts'
import { Refusal } from './refusal.ts'
import type { Environment } from './env_file.ts'

export interface Settings {
  port: number
  host: string
  domain: string
  folder: string
  /** The server to use; ours is started where it is missing. */
  ownerUrl?: string
  databaseUrl?: string
  listenUrl?: string
  appKeys: string
  /** Everything, as it is handed on to the children. */
  environment: Environment
}

export const DEFAULTS = {
  PORT: '3333',
  HOST: '127.0.0.1',
  BASE_DOMAIN: 'freehold.localhost',
  DATA_DIR: '.data',
}

/** Checks every setting and refuses with one sentence for each that cannot be used. */
export function readSettings(given: Environment, root: string): Settings {
  const environment: Environment = { ...DEFAULTS, ...given }
  const problems = [...wrongValues(environment), ...missingValues(environment)]
  if (problems.length) throw new Refusal(problems.join('\n'))

  const folder = resolve(root, String(environment.DATA_DIR))
  return {
    port: Number(environment.PORT),
    host: String(environment.HOST),
    domain: String(environment.BASE_DOMAIN),
    folder,
    ownerUrl: environment.DATABASE_OWNER_URL || undefined,
    databaseUrl: environment.DATABASE_URL || undefined,
    listenUrl: environment.DATABASE_LISTEN_URL || undefined,
    appKeys: String(environment.APP_KEYS),
    environment: { ...environment, DATA_DIR: folder },
  }
}

function wrongValues(environment: Environment): string[] {
  return Object.entries(SETTING_RULES).flatMap(([name, rule]) => {
    const value = environment[name]
    if (!value || rule.holds(value)) return []
    const shown = rule.secret ? 'cannot be used' : `is "${value}"`
    return [`${name} ${shown}: it must be ${rule.mustBe}.`]
  })
}

/** Settings that only make sense together. */
function missingValues(environment: Environment): string[] {
  const has = (name: string) => Boolean(environment[name])
  const wanted: [because: string, needed: string, applies: boolean][] = [
    ['DRIVE_DISK is s3', 'S3_BUCKET', environment.DRIVE_DISK === 's3'],
    ['DRIVE_DISK is s3', 'S3_ACCESS_KEY_ID', environment.DRIVE_DISK === 's3'],
    ['DRIVE_DISK is s3', 'S3_SECRET_ACCESS_KEY', environment.DRIVE_DISK === 's3'],
    ['SMTP_PASSWORD is set', 'SMTP_USERNAME', has('SMTP_PASSWORD')],
    ['SMTP_USERNAME is set', 'SMTP_HOST', has('SMTP_USERNAME')],
    ['DATABASE_URL is set', 'DATABASE_OWNER_URL', has('DATABASE_URL')],
    ['DATABASE_LISTEN_URL is set', 'DATABASE_OWNER_URL', has('DATABASE_LISTEN_URL')],
  ]
  return wanted
    .filter(([, needed, applies]) => applies && !has(needed))
    .map(([because, needed]) => `${because}, so ${needed} must be set, too.`)
}
