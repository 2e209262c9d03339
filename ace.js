/** Lets `node ace` run the TypeScript console; the build replaces it by plain JavaScript. */
const NEEDED = 24

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  // The package `node` brings the right one, which npm scripts find by themselves.
  const { spawnSync } = await import('node:child_process')
  const { fileURLToPath } = await import('node:url')
  const node = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url))
  const order = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  process.exit(spawnSync(node, order, { stdio: 'inherit' }).status ?? 1)
}

await import('@poppinss/ts-exec')
await import('./bin/console.js')
