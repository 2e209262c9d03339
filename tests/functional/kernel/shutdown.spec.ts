import { test } from '@japa/runner'
import { setTimeout as delay } from 'node:timers/promises'
import { WebProcess, statusOf } from '#tests/support/web_process'
import { Workspace } from '#tests/support/workspace'

test.group('A web process that is asked to end', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('answers all that it has begun, and a neighbour answers the rest', async ({
    assert,
    cleanup,
  }) => {
    const fleet = await Promise.all([WebProcess.start(), WebProcess.start()])
    cleanup(async () => {
      await Promise.all(fleet.map((web) => web.terminate()))
    })
    const statuses = new Map<number, number>()
    let isOver = false

    const visitor = async (start: number) => {
      for (let turn = start; !isOver; turn++) {
        const status = await throughProxy(fleet, turn, workspace.agency.host)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    const visitors = Array.from({ length: 8 }, (_, index) => visitor(index))
    for (const turn of [0, 1, 0]) {
      assert.equal(await fleet[turn].terminate(), 0)
      fleet[turn] = await WebProcess.start()
    }
    isOver = true
    await Promise.all(visitors)

    assert.deepEqual([...statuses.keys()], [200])
    assert.isAbove(statuses.get(200) ?? 0, 100)
  }).timeout(90_000)
})

/** What a proxy does with a GET: a process that did not read it is passed over, an answer is final. */
async function throughProxy(fleet: WebProcess[], turn: number, host: string): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const web = fleet[(turn + attempt) % fleet.length]
    const status = await statusOf(web.port, '/login', { host }).catch(passOver)
    if (status !== null) return status
    await delay(5)
  }
  throw new Error('No process accepts connections')
}

function passOver(error: Error): null {
  if (!wasNeverRead(error)) throw error
  return null
}

/**
 * Refused, or reset by the kernel while still in the listening socket's queue: before, while or
 * after our one write. A request that the process had read and then dropped shows as "socket
 * hang up" instead.
 */
function wasNeverRead(error: Error): boolean {
  return /ECONNREFUSED|(?:connect|read|write) ECONNRESET|write EPIPE/.test(error.message)
}
