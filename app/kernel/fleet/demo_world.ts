import app from '@adonisjs/core/services/app'
import { FleetRefusal } from './fleet_refusal.ts'

type Ask = (sql: string) => Promise<{ rowCount: number | null }>

/** Anybody may sign up with such an e-mail; only the demo makes operators of them. */
const DEMO_OPERATORS = `select from core.identities
  where operator_role is not null and email like '%@freehold.example' limit 1`

/** Everybody knows the demo's passwords, so a database that holds the demo world is no production. */
export async function refuseDemoWorld(
  ask: Ask,
  inProduction: boolean = app.inProduction
): Promise<void> {
  if (!inProduction || (await ask(DEMO_OPERATORS)).rowCount === 0) return
  throw new FleetRefusal(
    'This database holds the demo world, whose passwords everybody knows: production needs a database of its own.'
  )
}
