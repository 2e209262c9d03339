import type { Mode } from './orders.ts'
import type { Prepared, SignIn } from './prepare.ts'
import type { Settings } from './settings.ts'

/** The last lines of a start: where to go, and as whom. */
export function welcome(
  settings: Settings,
  prepared: Prepared,
  order: { mode: Mode; ms: number }
): string {
  const addresses = prepared.addresses ?? []
  const places = addresses.length ? addresses : [{ label: 'Home', url: homeOf(settings) }]
  const parts = [
    `Freehold is ready after ${(order.ms / 1000).toFixed(1)} s.`,
    table(places.map(({ label, url }) => [label, url])),
    ...signInLines(prepared.signIns ?? []),
    ...(order.mode === 'production' && !settings.environment.SMTP_HOST ? [NO_MAIL] : []),
    'Ctrl-C stops everything.',
  ]
  return `\n${parts.join('\n\n')}\n`
}

const NO_MAIL = 'SMTP_HOST is not set, so no mail leaves this installation.'

function homeOf({ domain, port }: Settings): string {
  return `http://${domain}:${port}`
}

function signInLines(signIns: SignIn[]): string[] {
  if (!signIns.length) return []
  const passwords = new Set(signIns.map(({ password }) => password))
  if (passwords.size > 1) {
    const rows = signIns.map(({ label, email, password, url }) => [label, email, password, url])
    return [`Sign in as\n${table(rows)}`]
  }
  const rows = signIns.map(({ label, email, url }) => [label, email, url])
  return [`Sign in with the password ${[...passwords][0]} as\n${table(rows)}`]
}

function table(rows: string[][]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n')
}
