import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
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
    async stop() {
      signalGroup(child, 'SIGTERM')
      const insisted = new AbortController()
      const patience = pause(GRACE_MS, undefined, { signal: insisted.signal }).then(
        () => signalGroup(child, 'SIGKILL'),
        () => {}
      )
      await ended
      insisted.abort()
      await patience
    },
    kill: () => signalGroup(child, 'SIGKILL'),
  }
}

function readLines(child: ChildProcess, stream: Stream, order: Launch): void {
  const input = child[stream]
  if (input) createInterface({ input }).on('line', (line) => order.onLine(line, stream))
}

function endOf(child: ChildProcess): Promise<Ending> {
  const born = Date.now()
  const release = child.pid ? guard('child', child.pid) : () => {}
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null, livedMs: 0 }))
    // What it started itself must not outlive it, nor keep its output open.
    child.once('exit', () => signalGroup(child, 'SIGKILL'))
    child.once('close', (code, signal) => {
      release()
      resolve({ code, signal, livedMs: Date.now() - born })
    })
  })
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody of the group is left.
  }
}
