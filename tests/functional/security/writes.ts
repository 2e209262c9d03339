import { existsSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { ownerPool } from '#kernel/fleet/owner'
import { moduleNames } from '#kernel/modules/module_registry'
import { schemaName } from '#kernel/tenancy/names'
import type { TestAgency } from '#tests/support/agency'
import { type SweptRecords, sweepFiles } from '#tests/support/sweep'
import { type Door, type Visitor, changes, passerBy, visitorOf } from './doors.ts'
import { type RawAnswer, askRaw } from './raw.ts'

export type Body = Record<string, unknown>

/** Who writes what: the agency, and the records that its sweep has furnished. */
export interface Ground {
  agency: TestAgency
  records: SweptRecords
}

/** The most signs that a field takes, and what else must stand in it. */
export interface TextField {
  most: number
  before?: string
  /** Commas part words. */
  list?: true
}

/** A change that gets through: everything that its form may send, filled in. */
export interface Write {
  body?: (ground: Ground) => Body | Promise<Body>
  params?: (ground: Ground) => Record<string, string> | Promise<Record<string, string>>
  /** What makes the change possible: SQL in the agency's schema, or a deed. */
  given?: string | ((ground: Ground) => Promise<void>)
  /** The page with its form. */
  formAt?: (ground: Ground) => string
  /** Its fields are tried with every string there is, not with the worst alone. */
  every?: true
  /** It leads to another host: what was typed is looked at in the refused form alone. */
  elsewhere?: true
  /** What is written is a record of its own each time, in its first version. */
  fresh?: true
  /** Fields in which people write words. */
  texts?: Record<string, TextField>
  /** The page that shows what was written; without it, the one to which the answer leads. */
  seenAt?: (ground: Ground) => string | Promise<string>
  /** That page shows everything that was written one after the other: once is enough to look. */
  listed?: true
  /** Nobody signed in, on this host. */
  anonymous?: true
  /** Only a real list in the storage would let it through. */
  refused?: true
  /** Changes nothing that lies in the database. */
  idle?: true
  /** Objects whose keys are chosen by whoever sends them. */
  keyed?: string[]
}

/** A change that a program gets through; `ifMatch` where it states what it saw. */
export interface ProgramWrite extends Pick<Write, 'body' | 'params' | 'given' | 'keyed' | 'idle'> {
  ifMatch?: true
}

/** Every change that programs can make, by the names of their routes. */
export async function programWrites(): Promise<Record<string, ProgramWrite>> {
  const all: Record<string, ProgramWrite> = {}
  for (const module of moduleNames) {
    const path = app.makePath('modules', module, 'tests/writes.ts')
    if (existsSync(path)) Object.assign(all, (await import(path)).programWrites)
  }
  return all
}

export interface KnownWrite extends Write {
  door: Door
  module: string | null
}

/** The host's own writes and those of each module, by the names of their routes. */
export async function knownWrites(): Promise<{ known: KnownWrite[]; unknown: string[] }> {
  const files = await writeFiles()
  const doors = changes().filter(({ method, name }) => method !== 'PATCH' && isAsked(name))
  const known = doors.flatMap((door) =>
    files
      .filter(({ writes }) => door.name in writes)
      .map(({ writes, module }) => ({ ...writes[door.name], door, module }))
  )
  const names = new Set(known.map(({ door }) => door.name))
  return { known, unknown: doors.map(({ name }) => name).filter((name) => !names.has(name)) }
}

/** DOORS=contacts. tries only the doors whose names begin so: for whoever works on them. */
function isAsked(name: string): boolean {
  return name.startsWith(process.env.DOORS ?? '')
}

async function writeFiles() {
  const host = await import('./host_writes.ts')
  const doors = await import('./door_writes.ts')
  const files: { module: string | null; writes: Record<string, Write> }[] = [
    { module: null, writes: { ...host.writes, ...doors.writes } },
  ]
  for (const module of moduleNames) {
    const path = app.makePath('modules', module, 'tests/writes.ts')
    if (existsSync(path)) files.push({ module, writes: (await import(path)).writes })
  }
  return files
}

/** A contact, a team, a draft and so on, with `word` in every text. */
export async function furnished(agency: TestAgency, word: string): Promise<Ground> {
  const records: SweptRecords = {}
  for (const { file } of await sweepFiles())
    Object.assign(records, await file.givenRecords?.(agency, word))
  return { agency, records }
}

const FRAGMENT = { 'hx-request': 'true', 'hx-request-type': 'partial' }

export interface Sent {
  body: Body
  /** Texts by the names of their fields, instead of those in the body. */
  typed?: Record<string, string>
  headers?: Record<string, string>
  /** Whoever sends it; somebody new where it takes nobody in particular. */
  visitor?: Visitor
  /** As JSON: a form of more than a thousand fields is cut off behind them. */
  asJson?: true
}

/** Sends `write` as htmx does, so that a refusal is told from a success by its status. */
export async function send(
  write: KnownWrite,
  ground: Ground,
  { body, typed = {}, headers = FRAGMENT, visitor, asJson }: Sent
): Promise<RawAnswer> {
  const { host, cookie, token } = visitor ?? (await visitorFor(write, ground.agency))
  const params = (await write.params?.(ground)) ?? {}
  return askRaw({
    method: write.door.method,
    path: write.door.pattern.replaceAll(/:(\w+)/g, (_, key: string) => params[key]),
    headers: {
      host,
      cookie,
      'x-csrf-token': token,
      'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: asJson
      ? JSON.stringify(body, asTyped)
      : new URLSearchParams({ ...Object.fromEntries(fieldsOf(body)), ...typed }).toString(),
  })
}

/** What a form would bring: words only, and nothing where nothing was typed. */
function asTyped(_: string, value: unknown): unknown {
  if (value === null || typeof value === 'object') return value
  return value === '' ? null : String(value)
}

/** The fields as a form names them: `phones[0][number]`. */
export function fieldsOf(body: Body, within = ''): [string, string][] {
  return Object.entries(body).flatMap(([key, value]) => {
    const name = within ? `${within}[${key}]` : key
    if (value !== null && typeof value === 'object') return fieldsOf(value as Body, name)
    return [[name, String(value ?? '')] as [string, string]]
  })
}

/** Opens the agency's tables for the change. */
export async function prepare({ given }: Write, ground: Ground): Promise<void> {
  if (!given) return
  if (typeof given !== 'string') return given(ground)
  const { agency } = ground
  await ownerPool().query(`set search_path = "${schemaName(agency.id)}", ext`)
  await ownerPool().query(given)
  await ownerPool().query('reset search_path')
}

export async function visitorFor(
  { anonymous, door }: KnownWrite,
  agency: TestAgency
): Promise<Visitor> {
  if (anonymous && door.surface === 'agency') return passerBy(agency.host)
  return visitorOf(door.surface, agency)
}
