import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFolder } from './database.ts'
import { erasePostgres } from './embedded_postgres.ts'
import { checkGround, openGround } from './opening.ts'
import { say } from './saying.ts'
import type { House } from './house.ts'
import type { Plan } from './opening.ts'

/**
 * Starts the demo world over. On a server of our own everything goes; on another the application
 * deletes what is its own.
 */
export async function resetDemo(house: House, plan: Plan): Promise<void> {
  const settings = await checkGround(house, plan)
  await rm(join(settings.folder, 'storage'), { recursive: true, force: true })
  if (!settings.ownerUrl) await erasePostgres(databaseFolder(settings))
  await openGround(house, plan, settings)
  say('The demo world starts over; npm start opens it.')
}
