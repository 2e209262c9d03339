import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const SOURCE_FOLDERS = [
  'app',
  'bin',
  'config',
  'database',
  'modules',
  'resources',
  'start',
  'public',
]
const SOURCE_FILES = [
  'ace.js',
  'adonisrc.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
]
const NOT_SOURCES = /(^|\/)(tests|public\/assets)\//

/** Changes with the content of any source, whatever the clock or git did to the files' dates. */
export async function fingerprintOf(root: string): Promise<string> {
  const folders = await Promise.all(SOURCE_FOLDERS.map((folder) => filesBelow(root, folder)))
  const files = [...SOURCE_FILES, ...folders.flat()].sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const content = await readFile(join(root, file)).catch(() => undefined)
    if (content) hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

export async function isBuilt(root: string, fingerprint: string): Promise<boolean> {
  const built = await readFile(stampOf(root), 'utf8').catch(() => undefined)
  return built === fingerprint
}

export async function stampBuild(root: string, fingerprint: string): Promise<void> {
  await writeFile(stampOf(root), fingerprint)
}

function stampOf(root: string): string {
  return join(root, 'build/.fingerprint')
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const
  const entries = await readdir(join(root, folder), options).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !NOT_SOURCES.test(file))
}
