/**
 * `npm start`, `npm run dev` and `npm run demo:reset`. The package `node` brings the right Node to
 * npm scripts; whoever calls this file directly may have an older one.
 */
const NEEDED = 24
const major = Number(process.versions.node.split('.')[0])

if (major < NEEDED) {
  console.error(
    `Freehold needs Node ${NEEDED}, and this is ${process.version}: use npm start, which brings it.`
  )
  process.exit(1)
}

const { start } = await import('./starting/main.ts')
const { fileURLToPath } = await import('node:url')

const root = fileURLToPath(new URL('../', import.meta.url))
process.exit(await start({ root, flags: process.argv.slice(2), given: process.env }))
