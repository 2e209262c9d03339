import { isIP } from 'node:net'
import proxyAddr from 'proxy-addr'

/** What a value must be, in words that complete "it must be …", and whether one is. */
export interface SettingRule {
  mustBe: string
  holds(value: string): boolean
  secret?: boolean
}

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

const port = wholeNumber(1, 65_535)
const poolSize = wholeNumber(1, 100)
const webAddress: SettingRule = {
  mustBe: 'an address that begins with https:// or http://',
  holds: (value) => isAddress(value, ['https:', 'http:']),
}
const ownHost: SettingRule = {
  mustBe: 'an IP address or a host name of this machine',
  holds: (value) => isIP(value) !== 0 || HOST_NAME.test(value),
}
const domain: SettingRule = {
  mustBe: 'a host name in small letters, without http:// and without a port',
  holds: (value) => HOST_NAME.test(value) && isIP(value) === 0,
}
const database: SettingRule = {
  mustBe: 'an address such as postgres://user:password@host:5432/database',
  holds: (value) => isAddress(value, ['postgres:', 'postgresql:']),
  secret: true,
}

export const SETTING_RULES: Record<string, SettingRule> = {
  PORT: port,
  HOST: ownHost,
  BASE_DOMAIN: domain,
  TRUSTED_PROXIES: {
    mustBe: 'addresses or networks such as 10.0.0.0/8, with commas between several',
    holds: areNetworks,
  },
  LOG_LEVEL: oneOf(LOG_LEVELS),
  APP_KEYS: {
    mustBe: '<id>:<secret of 32 or more characters>, with commas between several',
    holds: (value) => value.split(',').every((key) => /^\s*[\w-]+:\S{32,}\s*$/.test(key)),
    secret: true,
  },
  DATABASE_OWNER_URL: database,
  DATABASE_URL: database,
  DATABASE_LISTEN_URL: database,
  DATABASE_CORE_POOL: poolSize,
  DATABASE_TENANT_POOL: poolSize,
  SMTP_HOST: {
    mustBe: 'a host name or an IP address',
    holds: (value) => isIP(value) !== 0 || HOST_NAME.test(value.toLowerCase()),
  },
  SMTP_PORT: port,
  MAIL_FROM: {
    mustBe: 'an e-mail address',
    holds: (value) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value),
  },
  MAIL_RECEIVE_PORT: port,
  MAIL_RECEIVE_HOST: ownHost,
  MAIL_RECEIVE_DOMAIN: domain,
  MAP_TILES_URL: {
    mustBe: 'an address with {z}, {x} and {y} in it',
    holds: (value) =>
      /^https?:\/\/\S+$/.test(value) && ['{z}', '{x}', '{y}'].every((part) => value.includes(part)),
  },
  FACEBOOK_GRAPH_URL: webAddress,
  DRIVE_DISK: oneOf(['fs', 's3']),
  S3_ENDPOINT: webAddress,
}

function wholeNumber(from: number, to: number): SettingRule {
  return {
    mustBe: `a whole number from ${from} to ${to}`,
    holds: (value) => /^\d{1,6}$/.test(value) && Number(value) >= from && Number(value) <= to,
  }
}

function oneOf(choices: string[]): SettingRule {
  return {
    mustBe: `one of ${choices.join(', ')}`,
    holds: (value) => choices.includes(value),
  }
}

function isAddress(value: string, protocols: string[]): boolean {
  const address = URL.parse(value)
  return address !== null && protocols.includes(address.protocol) && address.hostname !== ''
}

function areNetworks(value: string): boolean {
  try {
    return Boolean(proxyAddr.compile(value.split(',')))
  } catch {
    return false
  }
}
