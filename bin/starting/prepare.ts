import { stripVTControlCharacters } from 'node:util'
import { say } from './saying.ts'
import { Refusal } from './refusal.ts'
import type { Environment } from './env_file.ts'
import type { House } from './house.ts'
import type { Script } from './programs.ts'

export interface SignIn {
  label: string
  url: string
  email: string
  password: string
}

/** What the application tells about itself when its database is ready. */
export interface Prepared {
  databaseUrl: string
  listenUrl: string
  signIns?: SignIn[]
  addresses?: { label: string; url: string }[]
}

/**
 * Has the application prepare its database. All it prints is progress, except for the last line of
 * its output, which is the result, and the last line of its errors, which is the reason of a failure.
 */
export async function prepare(
  house: House,
  root: string,
  order: { script: Script; environment: Environment }
): Promise<Prepared> {
  const errors: string[] = []
  let last = ''
  const preparing = house.launch({
    ...order,
    folder: root,
    onLine(line, stream) {
      if (stream === 'stderr') return errors.push(line)
      if (last.trim()) say(last)
      last = line
    },
  })
  const { code } = await preparing.ended
  if (code !== 0) throw new Refusal(reasonIn(errors))
  return readPrepared(last)
}

/** A sentence stands alone; a crash is shown as a whole, since its last line explains nothing. */
export function reasonIn(errors: string[]): string {
  const lines = errors.map((line) => stripVTControlCharacters(line).trim()).filter(Boolean)
  const isCrash = lines.some((line) => /^\W*at \S/.test(line))
  if (lines.length && !isCrash) return String(lines.at(-1))
  return [...errors, 'The database could not be prepared.'].join('\n')
}

export function readPrepared(line: string): Prepared {
  try {
    const prepared = JSON.parse(line)
    if (prepared.databaseUrl && prepared.listenUrl) return prepared
  } catch {
    // Told below, together with a result that lacks an address.
  }
  throw new Refusal('The preparation of the database ended without saying how to reach it.')
}
