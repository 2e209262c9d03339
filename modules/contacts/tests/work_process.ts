import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

/** A worker of its own on this test's database, which can be killed without warning. */
export class WorkProcess {
  readonly #child: ChildProcess

  constructor() {
    this.#child = spawn('node', ['--import', '@poppinss/ts-exec', 'bin/console.ts', 'work'], {
      cwd: app.makePath(),
      env: {
        ...process.env,
        DATABASE_URL: env.get('DATABASE_URL'),
        DATABASE_CORE_POOL: '4',
        DATABASE_TENANT_POOL: '4',
      },
      stdio: 'ignore',
    })
  }

  /** As power cuts and memory shortages do: nothing can be tidied up. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }
}
