import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { Refusal } from './refusal.ts'

export type Environment = Record<string, string | undefined>

/**
 * The settings of `.env` under those of the environment, which win. Where neither has APP_KEYS,
 * fresh ones are written to the file first.
 */
export async function readEnvironment(file: string, given: Environment): Promise<Environment> {
  const text = await readText(file)
  const written = text === undefined ? {} : parseEnv(text)
  const known = { ...withoutBlanks(written), ...withoutBlanks(given) }
  if (known.APP_KEYS) return known

  const keys = freshKeys()
  await writeText(file, withKeys(text, keys))
  return { ...known, APP_KEYS: keys }
}

/** One key, `<id>:<secret>`; to rotate, put another in front of it. */
function freshKeys(): string {
  return `${randomBytes(4).toString('hex')}:${randomBytes(36).toString('base64url')}`
}

/** An empty APP_KEYS line is filled, otherwise one is added; nothing else is touched. */
function withKeys(text: string | undefined, keys: string): string {
  const line = `APP_KEYS=${keys}`
  if (text === undefined) return `${FIRST_LINES}\n${line}\n`
  const blank = /^APP_KEYS=[ \t'"]*$/m
  if (blank.test(text)) return text.replace(blank, line)
  return `${text.replace(/\n*$/, text ? '\n' : '')}${line}\n`
}

const FIRST_LINES = `# The settings of this installation; .env.example names them all.
# Keep APP_KEYS: without them, what was encrypted cannot be read again.`

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Refusal(`The settings in ${file} cannot be read by this user.`)
  }
}

async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { mode: 0o600 })
  } catch {
    throw new Refusal(`APP_KEYS is not set, and ${file} cannot be written to keep new ones.`)
  }
}

function withoutBlanks(given: Environment): Environment {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}
