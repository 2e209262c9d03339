import { existsSync } from 'node:fs'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Which Chromium the browser suite drives: one of this machine where there is one, else the one
 * that npm brought, unpacked together with the libraries that it needs.
 */
export async function prepareChromium(): Promise<NodeJS.ProcessEnv> {
  const installed = process.env.TEST_CHROMIUM ?? INSTALLED.find((path) => existsSync(path))
  if (installed) return { TEST_CHROMIUM: installed }
  const { default: bundled } = await import('@sparticuz/chromium')
  return { TEST_CHROMIUM: await bundled.executablePath() }
}
