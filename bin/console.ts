/** The console: `node ace <command>`. */
import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { fileURLToPath } from 'node:url'
import { endWhenAsked } from './ending.ts'
import { settingsOfCommand } from './starting/command_settings.ts'

const APP_ROOT = new URL('../', import.meta.url)

settingsOfCommand(fileURLToPath(APP_ROOT), process.env)
  .then((settings) => Object.assign(process.env, settings))
  .then(() => handle(process.argv.splice(2)))
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })

function handle(words: string[]): Promise<void> {
  return new Ignitor(APP_ROOT, { importer: importFromRoot })
    .tap((app) => {
      app.booting(async () => {
        await import('#start/env')
      })
      endWhenAsked(app)
    })
    .ace()
    .handle(words)
}

function importFromRoot(filePath: string) {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}
