import { commonEnvironment, servingEnvironment } from './child_environment.ts'
import { leaveSettings } from './command_settings.ts'
import { keepAlive } from './keeping_alive.ts'
import { complain, say } from './saying.ts'
import { checkGround, openGround } from './opening.ts'
import { waitUntilReady } from './readiness.ts'
import { whenSourcesChange } from './source_watch.ts'
import { welcome } from './welcome.ts'
import type { Stream } from './child.ts'
import type { House } from './house.ts'
import type { Opened, Plan } from './opening.ts'
import type { Program } from './programs.ts'

/** Opens the house and keeps it open; rejects when it cannot go on. */
export async function serve(house: House, plan: Plan): Promise<never> {
  const settings = await checkGround(house, plan)
  const opened = await openGround(house, plan, settings)
  startPrograms(house, plan, opened)
  await Promise.race([waitUntilReady(house, settings), house.failure])
  const { mode } = plan.orders
  await leaveSettings(house, opened, mode)
  say(welcome(settings, opened.prepared, { mode, ms: performance.now() }))
  return house.failure
}

function startPrograms(house: House, plan: Plan, opened: Opened): void {
  const reloading = plan.programs.serving.flatMap((program) => {
    const kept = startProgram(house, plan, { program, opened })
    return program.reloads ? [kept] : []
  })
  if (!reloading.length) return
  const unwatch = whenSourcesChange(plan.root, () => reloading.forEach((kept) => kept.reload()))
  house.atTheEnd(async () => unwatch())
}

function startProgram(
  house: House,
  plan: Plan,
  { program, opened }: { program: Program; opened: Opened }
): { reload(): void } {
  const { mode } = plan.orders
  const common = commonEnvironment(opened.settings, mode)
  const ownerUrl = program.asOwner ? opened.ownerUrl : undefined
  const environment = servingEnvironment(common, opened.prepared, ownerUrl)
  const onLine = printer(mode === 'production' ? '' : `${program.name.padEnd(6)} | `)
  return keepAlive(house, {
    title: program.title,
    start: () =>
      house.launch({
        script: program.script,
        graceMs: program.graceMs,
        folder: plan.root,
        environment,
        isConnected: true,
        onLine,
      }),
  })
}

/** In production the lines stay as they are, for whatever collects them. */
function printer(prefix: string): (line: string, stream: Stream) => void {
  return (line, stream) => (stream === 'stdout' ? say : complain)(prefix + line)
}
