import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type Figure, below, figure, percentile } from './figures.ts'

export interface PacedPage {
  what: string
  /** Asked in turn, so that no single record is all that is measured. */
  paths: string[]
  headers: Record<string, string>
  /** What an answer has to say: a page that is fast because it is wrong counts nothing. */
  shows: RegExp
}

interface Pace {
  perSecond: number
  seconds: number
  /** Milliseconds that nineteen of twenty answers may take. */
  bar: number
}

/** How long the answers of one page take, asked at a steady pace whether or not earlier ones have come. */
export async function pacedPage(port: number, page: PacedPage, pace: Pace): Promise<Figure[]> {
  await paced(port, page, { ...pace, seconds: 1 })
  const took = await paced(port, page, pace)
  return [
    figure(`${page.what}, p50`, percentile(took, 0.5), 'ms'),
    below(pace.bar, figure(`${page.what}, p95`, percentile(took, 0.95), 'ms')),
    figure(`${page.what}, p99`, percentile(took, 0.99), 'ms'),
  ]
}

async function paced(port: number, page: PacedPage, { perSecond, seconds }: Pace) {
  const agent = new Agent({ keepAlive: true })
  const began = performance.now()
  const answers: Promise<number>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = began + (turn * 1000) / perSecond
    await delay(Math.max(0, due - performance.now()))
    const path = page.paths[turn % page.paths.length]
    answers.push(answered({ port, agent, path, page }).then(() => performance.now() - due))
  }
  const took = await Promise.all(answers)
  agent.destroy()
  return took
}

interface Asking {
  port: number
  agent: Agent
  path: string
  page: PacedPage
}

/** Resolves when the whole answer is there, and is what it should be. */
function answered({ port, agent, path, page }: Asking): Promise<void> {
  const { headers, shows } = page
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers, agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      answer.on('end', () => {
        if (answer.statusCode === 200 && shows.test(text)) return resolve()
        const said = `${path} answered ${answer.statusCode}, without ${shows}`
        reject(new Error(`${said}:\n${text.slice(0, 600)}`))
      })
    })
    asked.on('error', reject).end()
  })
}
