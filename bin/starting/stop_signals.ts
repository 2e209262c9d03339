import { isAlive, npmAbove } from './processes.ts'

/** npm repeats to us what the terminal sent already; that is no second wish. */
const SAME_WISH_MS = 500
const NPM_CHECK_MS = 250

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
    whenNpmIsGone(wish)
  })
}

/** A killed npm takes nobody with it; but whoever ends `npm start` means all of it. */
function whenNpmIsGone(wish: () => void): void {
  const npm = npmAbove()
  if (npm === undefined) return
  const check = setInterval(() => {
    if (isAlive(npm)) return
    clearInterval(check)
    wish()
  }, NPM_CHECK_MS)
  check.unref()
}
