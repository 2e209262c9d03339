import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { freePort } from '../../bin/starting/free_port.ts'

/** A web process of its own on this test's database, as production runs many. */
export class WebProcess {
  readonly port: number
  #child: ChildProcess
  #said = ''

  private constructor(port: number, settings: Record<string, string>) {
    this.port = port
    this.#child = spawn('node', ['--import', '@poppinss/ts-exec', 'bin/server.ts'], {
      cwd: app.makePath(),
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_CORE_POOL: '4',
        DATABASE_TENANT_POOL: '4',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#said += text))
  }

  /** Everything that the process has written to its output. */
  get said(): string {
    return this.#said
  }

  static async start(settings: Record<string, string> = {}): Promise<WebProcess> {
    const web = new WebProcess(await freePort(), settings)
    await web.ready()
    return web
  }

  /** Resolves with the exit code: asked to end by SIGTERM, it finishes what it has begun. */
  async terminate(): Promise<number | null> {
    const { exitCode, signalCode } = this.#child
    if (exitCode !== null || signalCode !== null) return exitCode
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), 20_000)
    const [code] = (await ended) as [number | null]
    clearTimeout(impatience)
    return code
  }

  /** Dies over whatever it was at, as in a power cut. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }

  async ready(): Promise<void> {
    const until = Date.now() + 30_000
    while (Date.now() < until) {
      const status = await statusOf(this.port, '/health/ready', {
        host: 'freehold.localhost',
      }).catch(() => 0)
      if (status === 200) return
      await delay(50)
    }
    throw new Error('The web process does not get ready')
  }
}

/** One GET over a connection of its own; rejects when it is cut off. */
export function statusOf(
  port: number,
  path: string,
  headers: Record<string, string> & { host: string }
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, agent: false, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}
