import { setTimeout as pause } from 'node:timers/promises'
import { complain } from './saying.ts'
import type { Child, Ending } from './child.ts'
import type { House } from './house.ts'

const AT_ONCE_MS = 10_000
const GIVE_UP_AFTER = 3
const FIRST_PAUSE_MS = 500

export interface Kept {
  title: string
  start(): Child
}

/**
 * Starts a child again whenever it ends by itself, a little later each time. Three ends at once,
 * one after the other, bring the house down. Returns a way to have it started afresh.
 */
export function keepAlive(house: House, kept: Kept): { reload(): void } {
  let child = kept.start()
  let isReloading = false

  const live = async () => {
    for (let quickEnds = 0; !house.isClosing; child = kept.start()) {
      const ending = await child.ended
      if (house.isClosing) return
      quickEnds = isReloading || ending.livedMs > AT_ONCE_MS ? 0 : quickEnds + 1
      if (quickEnds === GIVE_UP_AFTER) return house.fail(givenUp(kept, ending))
      if (!isReloading) await waitBeforeRestart(kept, ending, quickEnds)
      isReloading = false
    }
  }
  live().catch((error) => house.fail(error.message))

  return {
    reload() {
      isReloading = true
      child.stop()
    },
  }
}

async function waitBeforeRestart(kept: Kept, ending: Ending, quickEnds: number): Promise<void> {
  complain(`The ${kept.title} ended ${manner(ending)}; it is started again.`)
  await pause(FIRST_PAUSE_MS * 2 ** quickEnds)
}

function givenUp(kept: Kept, ending: Ending): string {
  return `The ${kept.title} ended three times right after its start, the last time ${manner(ending)}.`
}

function manner({ code, signal }: Ending): string {
  return signal ? `by ${signal}` : `with exit code ${code}`
}
