import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { FleetRefusal } from './fleet_refusal.ts'

const run = promisify(execFile)

export function isArchive(path: string): boolean {
  return /\.(tar\.gz|tgz)$/.test(path)
}

export async function pack(folder: string, archive: string): Promise<void> {
  await tar(['-czf', archive, '-C', folder, '.'], archive)
}

/** Whoever made the archive may mean ill: a link in it could lead anywhere on this machine. */
export async function unpack(archive: string, folder: string): Promise<void> {
  await tar(['-xzf', archive, '-C', folder, '--no-same-owner'], archive)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const odd = entries.find((entry) => !entry.isFile() && !entry.isDirectory())
  if (odd) throw new FleetRefusal(`${archive} holds "${odd.name}", which is no plain file.`)
}

async function tar(args: string[], archive: string): Promise<void> {
  try {
    await run('tar', args)
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string }
    const reason = stderr.trim().split('\n')[0] || message
    throw new FleetRefusal(`${archive} cannot be written or read: ${reason}`)
  }
}
