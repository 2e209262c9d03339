import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { freePort } from '../starting/free_port.ts'

const READY_WITHIN_MS = 60_000
const TICK_MS = 10

export interface WebProcess {
  port: number
  /** Milliseconds of CPU that it has used so far; 0 where /proc does not tell. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

/** One web process of the production build; resolves when it is ready, and ends when we do. */
export async function startWeb(
  root: string,
  settings: Record<string, string>
): Promise<WebProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, ['build/bin/server.js'], {
    cwd: root,
    env: { ...ownSettings(), ...settings, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await ready(child, port)
  return {
    port,
    cpu: () => cpuOf(child),
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

function ownSettings(): Record<string, string | undefined> {
  const { PATH, HOST, BASE_DOMAIN, APP_KEYS, TZ } = process.env
  return {
    ...{ PATH, HOST, BASE_DOMAIN, APP_KEYS, TZ },
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    FREEHOLD_SUPERVISED: '1',
  }
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error('The web process does not get ready')
}

async function cpuOf({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user ?? 0) + Number(system ?? 0)) * TICK_MS
}
