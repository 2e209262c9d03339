import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ignitor } from '@adonisjs/core'

/** Boots the application in this process, as a command would, and prepares its database. */
export async function bootApp(root: string): Promise<string> {
  const importFromRoot = (file: string) =>
    file.startsWith('.') ? import(pathToFileURL(join(root, file)).href) : import(file)
  const app = new Ignitor(pathToFileURL(root), { importer: importFromRoot })
    .tap((starting) => starting.booting(async () => void (await import('#start/env'))))
    .createApp('console')
  await app.init()
  await app.boot()
  await app.start(async () => {})
  const { prepareDatabase } = await import('#kernel/fleet/preparing')
  const { addresses } = await prepareDatabase(() => {})
  return addresses.databaseUrl
}
