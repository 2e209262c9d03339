/** The console: `node ace <command>`. */
import 'reflect-metadata'
import { fileURLToPath } from 'node:url'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { endWhenAsked } from './ending.ts'
import { joinRunningHouse } from './starting/running_settings.ts'

const APP_ROOT = new URL('../', import.meta.url)

joinRunningHouse(fileURLToPath(APP_ROOT))

new Ignitor(APP_ROOT, { importer: importFromRoot })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    endWhenAsked(app)
  })
  .ace()
  .handle(process.argv.splice(2))
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })

function importFromRoot(filePath: string) {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}
