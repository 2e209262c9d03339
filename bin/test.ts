/**
 * One test process: its own database on the server named by TEST_SERVER, or on one of its own.
 * `node --import @poppinss/ts-exec bin/test.ts [suite…] [--files …]`; `npm test` runs everything.
 */
process.env.NODE_ENV = 'test'
process.env.TZ = 'UTC'

import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { configure, processCLIArgs, run } from '@japa/runner'

const { openTestDatabase } = await import('./testing/test_database.ts')
const database = await openTestDatabase()
Object.assign(process.env, {
  HOST: '127.0.0.1',
  PORT: String(database.webPort),
  BASE_DOMAIN: 'freehold.localhost',
  APP_KEYS: 'test:a-key-for-tests-that-opens-nothing-else',
  DATABASE_OWNER_URL: database.ownerUrl,
  DATABASE_APP_PASSWORD: 'a-password-for-tests',
  DATABASE_CORE_POOL: '1',
  DATABASE_TENANT_POOL: '1',
  DATA_DIR: database.folder,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
})
delete process.env.DATABASE_URL
delete process.env.DATABASE_LISTEN_URL

const APP_ROOT = new URL('../', import.meta.url)

new Ignitor(APP_ROOT, { importer: importFromRoot })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.booted(async () => {
      // Assets come from the last build; a development server would only get in the way.
      const vite = await app.container.make('vite')
      vite.createDevServer = async () => {}
    })
  })
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.ts')
    processCLIArgs(process.argv.splice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      setup: runnerHooks.setup,
      teardown: [...runnerHooks.teardown, () => app.terminate(), () => database.close()],
    })
  })
  .run(() => run())
  .catch(async (error) => {
    process.exitCode = 1
    await prettyPrintError(error)
    await database.close()
  })

function importFromRoot(filePath: string) {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}
