import { spawn } from 'node:child_process'

export interface Gate {
  name: string
  command: string[]
}

/** Runs one gate to its end and prints what it said in one piece; true when it passed. */
export async function runGate(gate: Gate, env: NodeJS.ProcessEnv): Promise<boolean> {
  const started = Date.now()
  const [command, ...args] = gate.command
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', resolve)
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`\n── ${gate.name}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds} s)`)
  process.stdout.write(Buffer.concat(said))
  return code === 0
}
