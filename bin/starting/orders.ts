import { Refusal } from './refusal.ts'

export type Mode = 'demo' | 'development' | 'production'

/** What was asked for on the command line and through NODE_ENV. */
export interface Orders {
  mode: Mode
  resetDemo: boolean
}

const FLAGS = ['--watch', '--reset-demo']

export function readOrders(flags: string[], nodeEnv: string | undefined): Orders {
  const unknown = flags.find((flag) => !FLAGS.includes(flag))
  if (unknown) throw new Refusal(`There is no option ${unknown}; known are ${FLAGS.join(' and ')}.`)

  const watch = flags.includes('--watch')
  const resetDemo = flags.includes('--reset-demo')
  if (nodeEnv === 'production') refuseInProduction(watch, resetDemo)
  return { mode: watch ? 'development' : modeNamed(nodeEnv), resetDemo }
}

function refuseInProduction(watch: boolean, resetDemo: boolean): void {
  if (resetDemo) throw new Refusal('NODE_ENV is production: there is no demo world here to reset.')
  if (watch) throw new Refusal('NODE_ENV is production: run npm start, or unset it to develop.')
}

function modeNamed(nodeEnv: string | undefined): Mode {
  if (!nodeEnv) return 'demo'
  if (nodeEnv === 'demo' || nodeEnv === 'development' || nodeEnv === 'production') return nodeEnv
  throw new Refusal(
    `NODE_ENV is "${nodeEnv}": leave it unset for the demo, or set it to development or production.`
  )
}
