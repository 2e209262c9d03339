import type { ApplicationService } from '@adonisjs/core/types'

/** Longer than any answer takes; whatever still hangs then is cut off. */
const PATIENCE = 15_000

/** Ends this process when it is asked to, or when the one that started it is gone. */
export function endWhenAsked(app: ApplicationService): void {
  app.listen('SIGTERM', () => void end(app))
  app.listenIf(!app.managedByPm2, 'SIGINT', () => void end(app))
  if (!process.env.FREEHOLD_SUPERVISED) return
  process.on('disconnect', () => void end(app))
  // It may be gone before it can be told that the boot is over.
  process.on('error', () => {})
  // The channel alone must not keep a process alive whose boot has failed.
  process.channel?.unref()
}

/** Finishes what has begun, then leaves: no forgotten timer may keep the process. */
async function end(app: ApplicationService): Promise<void> {
  setTimeout(() => process.exit(1), PATIENCE).unref()
  await app.terminate()
  process.exit()
}
