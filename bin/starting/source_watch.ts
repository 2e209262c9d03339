import { watch } from 'node:fs'
import { join } from 'node:path'

const WATCHED = ['app', 'config', 'database', 'modules', 'start']
const QUIET_MS = 300

/** Calls back once the sources have changed and kept still for a moment. Returns the end of it. */
export function whenSourcesChange(root: string, changed: () => void): () => void {
  let quiet: NodeJS.Timeout | undefined
  const notice = (_: string, file: string | null) => {
    if (!file?.endsWith('.ts') || file.includes('tests/')) return
    clearTimeout(quiet)
    quiet = setTimeout(changed, QUIET_MS)
  }
  const watchers = WATCHED.map((folder) => watch(join(root, folder), { recursive: true }, notice))
  return () => {
    clearTimeout(quiet)
    for (const watcher of watchers) watcher.close()
  }
}
