import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * When a process began, as text to compare; undefined when it is gone. A process number alone
 * proves nothing: after a restart, above all in a container, another program has it.
 */
export async function birthOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat) {
    // The program's name, in brackets, may hold blanks; the start time is the 20th word after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  }
  if (process.platform === 'linux') return undefined
  const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return asked.stdout?.trim() || undefined
}
