import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

const LOOPBACK = '127.0.0.1'

/** The preferred loopback port when it is free, otherwise one that the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await listenOnce(preferred))) return preferred
  const picked = await listenOnce(0)
  if (!picked) throw new Error('The system has no free port left.')
  return picked
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, LOOPBACK, () => {
      const { port: bound } = server.address() as AddressInfo
      server.close(() => resolve(bound))
    })
  })
}
