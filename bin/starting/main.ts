import { join } from 'node:path'
import { readEnvironment } from './env_file.ts'
import { House } from './house.ts'
import { programsOf } from './programs.ts'
import { readOrders } from './orders.ts'
import { Refusal } from './refusal.ts'
import { resetDemo } from './reset_demo.ts'
import { complain, say } from './saying.ts'
import { serve } from './serving.ts'
import { askedToStop } from './stop_signals.ts'
import type { Environment } from './env_file.ts'
import type { Plan } from './opening.ts'
import type { Programs } from './programs.ts'

export interface StartOptions {
  root: string
  flags: string[]
  given: Environment
  /** What to run instead of the application. */
  programs?: Programs
}

/** The whole life of `npm start`: resolves with the exit code when nothing runs any more. */
export async function start(options: StartOptions): Promise<number> {
  const house = new House()
  const asked = askedToStop(() => leaveAtOnce(house))
  try {
    const work = carryOut(house, options)
    await Promise.race([work, asked.then(() => say('Stopping …'))])
    return 0
  } catch (error) {
    complain(sentenceFor(error))
    return 1
  } finally {
    await house.close()
  }
}

async function carryOut(house: House, options: StartOptions): Promise<void> {
  const { root } = options
  const environment = await readEnvironment(join(root, '.env'), options.given)
  const orders = readOrders(options.flags, environment.NODE_ENV)
  const programs = options.programs ?? programsOf(orders.mode, environment)
  const plan: Plan = { root, orders, programs, environment }
  return orders.resetDemo ? resetDemo(house, plan) : serve(house, plan)
}

function leaveAtOnce(house: House): void {
  house.abandon()
  process.exit(130)
}

/** The system's own refusals read well enough; only a mistake of ours is worth a stack trace. */
function sentenceFor(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException
  const isExpected = error instanceof Refusal || code !== undefined
  return isExpected ? message : `Freehold could not go on. ${stack}`
}
