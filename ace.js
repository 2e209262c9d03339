/**
 * Lets `node ace` run the TypeScript console, with the Node that npm brought where the one at hand
 * is older; the build replaces this file by plain JavaScript.
 */
if (Number(process.versions.node.split('.')[0]) < 24) {
  const { spawnSync } = await import('node:child_process')
  const { fileURLToPath } = await import('node:url')
  const brought = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url))
  const { status, error } = spawnSync(brought, process.argv.slice(1), { stdio: 'inherit' })
  if (error) console.error('Freehold needs Node 24, which npm ci brings.')
  process.exit(status ?? 1)
}

await import('@poppinss/ts-exec')
await import('./bin/console.js')
