import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Edge } from 'edge.js'
import { addCollection, edgeIconify } from 'edge-iconify'

/** Lucide icons as inline SVG: `@svg('lucide:users')`. */
export function registerIcons(edge: Edge): void {
  const file = createRequire(import.meta.url).resolve('@iconify-json/lucide/icons.json')
  addCollection(JSON.parse(readFileSync(file, 'utf8')))
  edge.use(edgeIconify)
}
