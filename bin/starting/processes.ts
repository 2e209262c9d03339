import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process began, as text to compare; undefined when it is gone. A process number alone
 * proves nothing: after a restart, above all in a container, another program has it.
 */
export function birthOf(pid: number): string | undefined {
  return process.platform === 'linux' ? statWords(pid)[19] : asked('lstart=', pid)
}

export function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') return readProc(pid, 'cmdline')?.replaceAll('\0', ' ')
  return asked('command=', pid)
}

function parentOf(pid: number): number | undefined {
  const parent = process.platform === 'linux' ? statWords(pid)[1] : asked('ppid=', pid)
  return parent ? Number(parent) : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The npm that runs us, directly or through the shell that it uses. */
export function npmAbove(): number | undefined {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  return [parent, parentOf(parent)].find((pid) => pid && /\bnpm\b/.test(commandOf(pid) ?? ''))
}

/** What follows the program's name, which stands in brackets and may hold blanks itself. */
function statWords(pid: number): string[] {
  const stat = readProc(pid, 'stat') ?? ''
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function asked(column: string, pid: number): string | undefined {
  const answer = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' })
  return answer.stdout?.trim() || undefined
}
