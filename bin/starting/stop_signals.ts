import { setInterval } from 'node:timers'

/** npm repeats to us what the terminal sent already; that is no second wish. */
const SAME_WISH_MS = 500
const PARENT_CHECK_MS = 2_000

/**
 * Resolves when somebody wants us to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the
 * npm that started us. A second wish runs `hurry`.
 */
export function askedToStop(hurry: () => void): Promise<void> {
  return new Promise((resolve) => {
    let firstWish: number | undefined
    const wish = () => {
      firstWish ??= Date.now()
      resolve()
      if (Date.now() - firstWish > SAME_WISH_MS) hurry()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish)
    if (process.env.npm_lifecycle_event) whenOrphaned(wish)
  })
}

function whenOrphaned(wish: () => void): void {
  const parent = process.ppid
  const check = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(check)
    wish()
  }, PARENT_CHECK_MS)
  check.unref()
}
