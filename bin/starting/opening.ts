import { buildWhenChanged } from './build.ts'
import { checkFolder, checkPort } from './checks.ts'
import { commonEnvironment, preparingEnvironment } from './child_environment.ts'
import { openDatabase } from './database.ts'
import { checkForeignDatabase } from './foreign_database.ts'
import { lockFolder } from './instance_lock.ts'
import { prepare } from './prepare.ts'
import { readSettings } from './settings.ts'
import type { Environment } from './env_file.ts'
import type { House } from './house.ts'
import type { Orders } from './orders.ts'
import type { Prepared } from './prepare.ts'
import type { Programs } from './programs.ts'
import type { Settings } from './settings.ts'

/** What a start is made of; tests bring programs of their own. */
export interface Plan {
  root: string
  orders: Orders
  programs: Programs
  environment: Environment
}

export interface Opened {
  settings: Settings
  ownerUrl: string
  prepared: Prepared
}

/** How long the children of a killed start may take to end. */
const LEAVING_MS = 15_000

/** Whatever can be found wrong is found here, before anything runs. */
export async function checkGround(house: House, plan: Plan): Promise<Settings> {
  const settings = readSettings(plan.environment, plan.root)
  await checkFolder(settings.folder)
  const lock = await lockFolder(settings.folder, settings.port)
  house.atTheEnd(() => lock.release())
  if (!plan.orders.resetDemo) {
    await checkPort(settings.host, settings.port, lock.isInherited ? LEAVING_MS : 0)
  }
  if (settings.ownerUrl) await checkForeignDatabase(settings.ownerUrl)
  return settings
}

/** Database and build side by side, then the preparation, which needs both. */
export async function openGround(house: House, plan: Plan, settings: Settings): Promise<Opened> {
  const { mode } = plan.orders
  const { build, prepare: script } = plan.programs
  const common = commonEnvironment(settings, mode)
  const [ownerUrl] = await Promise.all([
    openDatabase(house, settings),
    build && buildWhenChanged(house, plan.root, { script: build, environment: common }),
  ])
  const flags = [
    ...(mode === 'production' ? [] : ['--demo']),
    ...(needsFresh(plan, settings) ? ['--fresh'] : []),
  ]
  const environment = preparingEnvironment(settings, mode, ownerUrl)
  const order = { script: [...script, ...flags], environment }
  return { settings, ownerUrl, prepared: await prepare(house, plan.root, order) }
}

/** A cluster of our own is empty after a reset; on another server the application makes room. */
function needsFresh(plan: Plan, settings: Settings): boolean {
  return plan.orders.resetDemo && settings.ownerUrl !== undefined
}
