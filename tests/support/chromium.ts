import { existsSync } from 'node:fs'
import { type Browser, type LaunchOptions, chromium } from 'playwright'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A Chromium of this machine where there is one, else the one that npm brought. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const executablePath = process.env.TEST_CHROMIUM ?? INSTALLED.find((path) => existsSync(path))
  if (executablePath) {
    return chromium.launch({
      ...options,
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  }
  const { default: bundled } = await import('@sparticuz/chromium')
  return chromium.launch({
    ...options,
    executablePath: await bundled.executablePath(),
    args: bundled.args,
  })
}
