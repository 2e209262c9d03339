/** What a person is told while the house starts, runs and stops. A closed pipe is no reason to fall. */
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
