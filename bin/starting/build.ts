import { complain, say } from './saying.ts'
import { fingerprintOf, isBuilt, stampBuild } from './fingerprint.ts'
import { Refusal } from './refusal.ts'
import type { Environment } from './env_file.ts'
import type { House } from './house.ts'
import type { Script } from './programs.ts'

/** Makes the production build when the sources differ from those of the last one. */
export async function buildWhenChanged(
  house: House,
  root: string,
  order: { script: Script; environment: Environment }
): Promise<void> {
  const fingerprint = await fingerprintOf(root)
  if (await isBuilt(root, fingerprint)) return
  refuseWithoutTools()

  say('Building, because the sources are new or have changed …')
  const output: string[] = []
  const build = house.launch({ ...order, folder: root, onLine: (line) => output.push(line) })
  const { code } = await build.ended
  if (house.isClosing) return
  if (code !== 0) {
    complain(output.join('\n'))
    throw new Refusal('The production build failed; what it said stands above.')
  }
  await stampBuild(root, fingerprint)
}

function refuseWithoutTools(): void {
  try {
    import.meta.resolve('@adonisjs/assembler')
  } catch {
    throw new Refusal(
      'The production build is missing or old, and the tools that make one are not installed: run npm ci without --omit=dev.'
    )
  }
}
