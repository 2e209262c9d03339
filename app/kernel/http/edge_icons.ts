import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Edge } from 'edge.js'
import { addCollection, edgeIconify } from 'edge-iconify'
import { registerKit } from './edge_kit.ts'

type Draw = (name: string, attributes?: Record<string, unknown>) => { value: string }

/** Lucide icons as inline SVG: `{{ glyph('users') }}`, or `@svg('lucide:users', { … })` in full. */
export function registerIcons(edge: Edge): void {
  const file = createRequire(import.meta.url).resolve('@iconify-json/lucide/icons.json')
  addCollection(JSON.parse(readFileSync(file, 'utf8')))
  edge.use((instance) => {
    edgeIconify(instance, true, { scale: 1 })
    const draw = remembering(instance.globals.svg as Draw)
    instance.global('svg', draw)
    instance.global('glyph', (name: string, classes?: string) =>
      draw(`lucide:${name}`, classes ? { class: classes } : {})
    )
  })
  registerKit(edge)
}

/** The same few icons are drawn on every page, row by row. Without a label an icon is decoration. */
function remembering(draw: Draw): Draw {
  const drawn = new Map<string, { value: string }>()
  return (name, attributes = {}) => {
    const key = `${name} ${JSON.stringify(attributes)}`
    const found = drawn.get(key)
    if (found) return found
    const meaning = attributes['aria-label'] ? { role: 'img' } : { 'aria-hidden': 'true' }
    const icon = draw(name, { ...meaning, ...attributes })
    drawn.set(key, icon)
    return icon
  }
}
