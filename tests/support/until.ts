import { setTimeout as delay } from 'node:timers/promises'

/** Resolves as soon as `holds` answers true; throws after `patience` milliseconds. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  patience = 15_000
): Promise<void> {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('What was waited for did not come')
    await delay(20)
  }
}
