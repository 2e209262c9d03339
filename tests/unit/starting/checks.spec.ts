import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { checkFolder, checkPort } from '../../../bin/starting/checks.ts'
import { checkForeignDatabase } from '../../../bin/starting/foreign_database.ts'
import { freePort } from '../../../bin/starting/free_port.ts'
import { lockFolder } from '../../../bin/starting/instance_lock.ts'
import { birthOf } from '../../../bin/starting/processes.ts'
import type { AddressInfo } from 'node:net'

const LOOPBACK = '127.0.0.1'

async function occupiedPort(): Promise<{ port: number; close(): void }> {
  const server = createServer().listen(0, LOOPBACK)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

test.group('Before anything runs, the port', () => {
  test('is refused when something listens there', async ({ assert }) => {
    const { port, close } = await occupiedPort()

    await assert.rejects(
      () => checkPort(LOOPBACK, port),
      `Port ${port} on 127.0.0.1 cannot be used: something else listens there already. PORT and HOST choose another.`
    )
    close()
  })

  test('is waited for when a killed start is still leaving', async ({ assert }) => {
    const { port, close } = await occupiedPort()
    const check = checkPort(LOOPBACK, port, 10_000)
    close()

    await assert.doesNotReject(() => check)
  })

  test('is refused on an address that is not of this machine', async ({ assert }) => {
    await assert.rejects(() => checkPort('192.0.2.1', 3333), /HOST is no address of this machine/)
  })
})

test.group('Before anything runs, the database of somebody else', () => {
  test('is refused when nothing listens there, without its password', async ({ assert }) => {
    const port = await freePort()

    await assert.rejects(
      () => checkForeignDatabase(`postgres://owner:secret@127.0.0.1:${port}/freehold`),
      `The database at 127.0.0.1:${port} (DATABASE_OWNER_URL) cannot be used: nothing listens there.`
    )
  })
})

test.group('Before anything runs, the folder', (group) => {
  let folder: string

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-folder-'))
    return () => rm(folder, { recursive: true })
  })

  test('is made, and refused when it is none', async ({ assert }) => {
    await checkFolder(join(folder, 'deep', 'data'))
    assert.isTrue((await stat(join(folder, 'deep', 'data'))).isDirectory())

    await writeFile(join(folder, 'file'), '')
    await assert.rejects(
      () => checkFolder(join(folder, 'file')),
      /cannot be used: it is no folder\./
    )
  })

  test('is refused below /proc, where the system makes none and never says so', async ({
    assert,
  }) => {
    await assert.rejects(() => checkFolder('/proc/freehold/data'), /nothing can be made there\./)
  }).skip(process.platform !== 'linux', 'There is no /proc')

  test('belongs to one running house', async ({ assert }) => {
    const lock = await lockFolder(folder, 3333)

    await assert.rejects(
      () => lockFolder(folder, 4444),
      `Freehold runs already on ${folder} (process ${process.pid}, port 3333): stop it first, or set DATA_DIR and PORT to others.`
    )
    await lock.release()
    const next = await lockFolder(folder, 4444)
    assert.isFalse(next.isInherited)
  })

  test('is taken over from a process that is gone, though its number is in use', async ({
    assert,
  }) => {
    const file = join(folder, 'instance.json')
    await writeFile(file, JSON.stringify({ pid: process.pid, born: 'long ago', port: 3333 }))

    const lock = await lockFolder(folder, 4444)

    assert.isTrue(lock.isInherited)
    assert.equal(JSON.parse(await readFile(file, 'utf8')).port, 4444)
  })

  test('is waited for when the npm of the one that has it was killed', async ({ assert }) => {
    const npm = spawn('true')
    await once(npm, 'exit')
    const leaving = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] })
    const holder = {
      pid: leaving.pid,
      born: birthOf(Number(leaving.pid)),
      port: 3333,
      npm: npm.pid,
    }
    await writeFile(join(folder, 'instance.json'), JSON.stringify(holder))

    const locking = lockFolder(folder, 4444)
    leaving.stdin.end()

    assert.isTrue((await locking).isInherited)
  })
})
