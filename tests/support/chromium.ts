import { type Browser, type LaunchOptions, chromium } from 'playwright'
import { findChromium } from '../../bin/testing/chromium.ts'

/** Its own services would only knock at closed doors and be logged for it. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const { executablePath, libraries } = await findChromium()
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env
  return chromium.launch({
    ...options,
    executablePath,
    args: QUIET,
    env: env as Record<string, string>,
  })
}
