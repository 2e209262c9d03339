import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { guard } from './guardian.ts'
import type { ChildProcess } from 'node:child_process'
import type { Environment } from './env_file.ts'

const GRACE_MS = 15_000

export type Stream = 'stdout' | 'stderr'

export interface Launch {
  script: string[]
  folder: string
  environment: Environment
  /** For children that stay: an open channel, whose end tells them that we are gone. */
  isConnected?: boolean
  graceMs?: number
  onLine(line: string, stream: Stream): unknown
}

export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
  livedMs: number
}

export interface Child {
  ended: Promise<Ending>
  /** Asks to end, and insists after a while; resolves when nothing of it runs any more. */
  stop(): Promise<void>
  kill(): void
}

/**
 * Runs a script of ours in a process group of its own, so that Ctrl-C in the terminal reaches only
 * us. Should we be killed, the guardian ends it.
 */
export function launch(order: Launch): Child {
  const child = spawn(process.execPath, order.script, {
    cwd: order.folder,
    env: order.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(order.isConnected ? ['ipc' as const] : [])],
  })
  for (const stream of ['stdout', 'stderr'] as const) readLines(child, stream, order)
  const ended = endOf(child)
  return {
    ended,
    stop: () => stop(child, ended, order.graceMs),
    kill: () => signalGroup(child, 'SIGKILL'),
  }
}

async function stop(
  child: ChildProcess,
  ended: Promise<Ending>,
  graceMs = GRACE_MS
): Promise<void> {
  signalGroup(child, 'SIGTERM')
  // An open channel would keep a child alive that has nothing left to do.
  if (child.connected) child.disconnect()
  const insisting = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs)
  await ended
  clearTimeout(insisting)
}

function readLines(child: ChildProcess, stream: Stream, order: Launch): void {
  const input = child[stream]
  if (input) createInterface({ input }).on('line', (line) => order.onLine(line, stream))
}

/** Not the event "close": it never comes once we have closed the channel ourselves. */
async function endOf(child: ChildProcess): Promise<Ending> {
  const born = Date.now()
  const release = child.pid ? guard('child', child.pid) : () => {}
  const outputs = [child.stdout, child.stderr].map((output) => output && once(output, 'close'))
  const [code, signal] = await once(child, 'exit')
  // What it started itself must not outlive it, nor keep its output open.
  signalGroup(child, 'SIGKILL')
  await Promise.all(outputs)
  release()
  return { code, signal, livedMs: Date.now() - born }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody of the group is left.
  }
}
