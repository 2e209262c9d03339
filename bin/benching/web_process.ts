import { launch } from '../starting/child.ts'
import { freePort } from '../starting/free_port.ts'

const READY_WITHIN_MS = 60_000
/** For whoever looks where the time goes: BENCH_PROFILE names a folder for CPU profiles. */
const folder = process.env.BENCH_PROFILE
const profiling = folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []

export interface WebProcess {
  port: number
  stop(): Promise<void>
}

/** One web process of the production build; resolves when it is ready. */
export async function startWeb(
  root: string,
  settings: Record<string, string>
): Promise<WebProcess> {
  const port = await freePort()
  const said: string[] = []
  const child = launch({
    script: [...profiling, 'build/bin/server.js'],
    folder: root,
    isConnected: true,
    environment: { ...ownSettings(), ...settings, PORT: String(port) },
    onLine: (line) => said.push(line),
  })
  await Promise.race([
    ready(port),
    child.ended.then(() => {
      throw new Error(`The web process ended:\n${said.join('\n')}`)
    }),
  ])
  return { port, stop: () => child.stop() }
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

async function ready(port: number): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The web process does not get ready')
}
