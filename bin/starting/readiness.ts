import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { reachableHost } from './checks.ts'
import { Refusal } from './refusal.ts'
import type { House } from './house.ts'
import type { Settings } from './settings.ts'

const PATIENCE_MS = 120_000

/** Resolves when the web process says that it can serve. */
export async function waitUntilReady(house: House, settings: Settings): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline && !house.isClosing) {
    if ((await healthStatus(settings)) === 200) return
    await pause(50)
  }
  throw new Refusal(`The web process did not get ready within ${PATIENCE_MS / 1000} seconds.`)
}

function healthStatus({ host, port, domain }: Settings): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get(
      {
        host: reachableHost(host),
        port,
        path: '/health/ready',
        headers: { host: `${domain}:${port}` },
        timeout: 5000,
        agent: false,
      },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      }
    )
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(undefined))
  })
}
