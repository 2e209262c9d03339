import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
import { test } from '@japa/runner'
import { ownerPool, ownerUrl } from '#kernel/fleet/owner'
import { Listening } from '#kernel/tenancy/listening'
import { announce } from '#kernel/tenancy/sql'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { until } from '#tests/support/until'
import { Workspace } from '#tests/support/workspace'

const CHANNEL = 'freehold_listening_spec'

/** Stands before the database; while it is down it hangs up on whoever knocks, and counts them. */
class Doorway {
  knocks = 0
  #isDown = false
  #sockets = new Set<Socket>()
  #server = createServer((visitor) => this.#receive(visitor))

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const url = new URL(ownerUrl())
    url.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return url.href
  }

  turn(way: 'down' | 'up'): void {
    this.#isDown = way === 'down'
    if (this.#isDown) for (const socket of this.#sockets) socket.destroy()
  }

  close(): void {
    this.turn('down')
    this.#server.close()
  }

  #receive(visitor: Socket): void {
    if (this.#isDown) {
      this.knocks += 1
      return void visitor.destroy()
    }
    const { hostname, port } = new URL(ownerUrl())
    const server = connect(Number(port), hostname)
    for (const socket of [visitor, server]) {
      this.#sockets.add(socket.on('error', () => {}))
      socket.on('close', () => this.#sockets.delete(socket))
    }
    visitor.pipe(server).pipe(visitor)
  }
}

test.group('Hearing what other processes announce', (group) => {
  const { agency } = new Workspace()
  group.each.setup(() => new Workspace().open())

  test('comes back after the database was away, with one try at a time', async ({
    assert,
    cleanup,
  }) => {
    const doorway = new Doorway()
    const url = await doorway.open()
    const heard: string[] = []
    let returns = 0
    const listening = new Listening({
      url: () => url,
      channels: () => [CHANNEL],
      hear: (_, text) => heard.push(text),
      returned: () => (returns += 1),
    })
    cleanup(async () => {
      await listening.close()
      doorway.close()
    })
    await listening.open()
    await announce(CHANNEL, 'before')
    await until(() => heard.includes('before'))

    const fell = performance.now()
    doorway.turn('down')
    await until(() => doorway.knocks >= 4)
    // Each try that failed used to bring two more: four were reached after a second.
    assert.isAbove(performance.now() - fell, 1_900)

    doorway.turn('up')
    await until(() => returns > 0)
    await announce(CHANNEL, 'after')
    await until(() => heard.includes('after'))
    assert.deepEqual(heard, ['before', 'after'])
    assert.equal(returns, 1)
  })

  test('while an agency is being read does not leave its old state in mind', async ({
    assert,
    cleanup,
  }) => {
    const nameIt = (name: string) =>
      ownerPool().query('update core.tenants set name = $2 where id = $1', [agency.id, name])
    const { name } = await agency.tenant()
    cleanup(async () => {
      await nameIt(name)
      tenantDirectory.forget(agency.id)
    })
    tenantDirectory.forget(agency.id)

    const reading = tenantDirectory.byId(agency.id)
    tenantDirectory.forget(agency.id)
    await reading
    await nameIt('Changed meanwhile')

    assert.equal((await tenantDirectory.byId(agency.id))?.name, 'Changed meanwhile')
  })
})
