import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface PostgresSecrets {
  superuserPassword: string
  ownerPassword: string
  /** The port of last time, tried first so that addresses stay the same. */
  port?: number
}

export async function readSecrets(folder: string): Promise<PostgresSecrets> {
  const text = await readFile(secretsFile(folder), 'utf8').catch(() => undefined)
  if (text) return JSON.parse(text)
  const fresh = { superuserPassword: password(), ownerPassword: password() }
  await saveSecrets(folder, fresh)
  return fresh
}

export async function saveSecrets(folder: string, secrets: PostgresSecrets): Promise<void> {
  const draft = `${secretsFile(folder)}.new`
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, secretsFile(folder))
}

function secretsFile(folder: string): string {
  return join(folder, 'secrets.json')
}

function password(): string {
  return randomBytes(24).toString('hex')
}
