import type { Environment } from './env_file.ts'
import type { Mode } from './orders.ts'

/** Arguments for Node, relative to the project. */
export type Script = string[]

export interface Program {
  name: string
  /** How a sentence calls it. */
  title: string
  script: Script
  /** Whether it works as the database's owner. */
  asOwner?: boolean
  /** Whether it has to be started again when a source changes; the others see to it themselves. */
  reloads?: boolean
  /** How long it may take to end; the development server never ends by itself. */
  graceMs?: number
}

export interface Programs {
  build?: Script
  prepare: Script
  serving: Program[]
}

const WEB = { name: 'web', title: 'web process' }
const WORKER = { name: 'worker', title: 'worker' }
const MAIL = { name: 'mail', title: 'mail receiver' }
const FLEET = { name: 'fleet', title: 'fleet worker', asOwner: true }

/** Mail is received only where a setting says on which port. */
export function programsOf(mode: Mode, { MAIL_RECEIVE_PORT }: Environment): Programs {
  const programs = mode === 'development' ? fromSources() : fromBuild()
  if (MAIL_RECEIVE_PORT) programs.serving.push(mailOf(mode))
  return programs
}

function fromBuild(): Programs {
  return {
    build: ['ace.js', 'build'],
    prepare: ['build/ace.js', 'fleet:prepare'],
    serving: [
      { ...WEB, script: ['build/bin/server.js'] },
      { ...WORKER, script: ['build/ace.js', 'work'] },
      { ...FLEET, script: ['build/ace.js', 'fleet:work'] },
    ],
  }
}

function fromSources(): Programs {
  return {
    prepare: ['ace.js', 'fleet:prepare'],
    serving: [
      { ...WEB, script: ['ace.js', 'serve', '--hmr', '--no-clear'], graceMs: 1_000 },
      { ...WORKER, script: ['ace.js', 'work'], reloads: true },
      { ...FLEET, script: ['ace.js', 'fleet:work'], reloads: true },
    ],
  }
}

function mailOf(mode: Mode): Program {
  return mode === 'development'
    ? { ...MAIL, script: ['ace.js', 'mail:receive'], reloads: true }
    : { ...MAIL, script: ['build/ace.js', 'mail:receive'] }
}
