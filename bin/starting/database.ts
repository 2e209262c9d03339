import { join } from 'node:path'
import { startPostgres } from './embedded_postgres.ts'
import { complain, say } from './saying.ts'
import type { RunningPostgres } from './embedded_postgres.ts'
import type { House } from './house.ts'
import type { Settings } from './settings.ts'

const AT_ONCE_MS = 10_000

/** The owner's address of the database: the one given, or that of a server of our own. */
export async function openDatabase(house: House, settings: Settings): Promise<string> {
  if (settings.ownerUrl) return settings.ownerUrl

  const folder = databaseFolder(settings)
  const database = await start(house, folder)
  if (database.folder !== folder) {
    say(`The database lies in ${database.folder}: its user cannot reach ${folder}.`)
  }
  keepOpen(house, database, folder).catch((error) => house.fail(error.message))
  return database.ownerUrl
}

export function databaseFolder(settings: Settings): string {
  return join(settings.folder, 'postgres')
}

function start(house: House, folder: string): Promise<RunningPostgres> {
  return house.openDatabase(() => startPostgres({ folder, durable: true }))
}

/** The children know the address, so a server that fell must come back at the same one. */
async function keepOpen(house: House, database: RunningPostgres, folder: string): Promise<void> {
  const born = Date.now()
  await database.ended
  if (house.isClosing) return
  const log = join(database.folder, 'server.log')
  if (Date.now() - born < AT_ONCE_MS) {
    return house.fail(`The database server does not keep running; its log is ${log}.`)
  }
  complain(`The database server ended by itself; it is started again. Its log is ${log}.`)
  const again = await start(house, folder)
  if (again.port !== database.port) {
    return house.fail(
      `The database server fell, and another program took its port ${database.port}.`
    )
  }
  return keepOpen(house, again, folder)
}
