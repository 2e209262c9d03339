import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export interface ChromiumPlace {
  executablePath: string
  /** Where its own libraries lie, for a machine that has none of them. */
  libraries: string | null
}

/**
 * The Chromium that the browser suite drives: the one that npm brought, unpacked with the
 * libraries that it needs; TEST_CHROMIUM names another. It comes for Linux on x64 only, so
 * elsewhere one of the machine is used.
 */
export async function findChromium(): Promise<ChromiumPlace> {
  const named = process.env.TEST_CHROMIUM
  if (named) return { executablePath: named, libraries: null }
  if (process.platform === 'linux' && process.arch === 'x64') return unpack()
  const executablePath = INSTALLED.find((path) => existsSync(path))
  if (!executablePath)
    throw new Error('The browser suite needs Chromium: install one, or name it in TEST_CHROMIUM')
  return { executablePath, libraries: null }
}

async function unpack(): Promise<ChromiumPlace> {
  const { default: bundled, inflate } = await import('@sparticuz/chromium')
  const executablePath = await bundled.executablePath()
  const program = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const unpacked = await inflate(join(dirname(program), '../bin/al2023.tar.br'))
  return { executablePath, libraries: join(unpacked, 'lib') }
}
