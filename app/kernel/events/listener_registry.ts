import { manifests } from '#kernel/modules/module_registry'
import { searchListeners } from '#kernel/search/search_listeners'
import type { Listener } from './listener.ts'

export interface RegisteredListener {
  listener: Listener
  /** null for the host's own: they hear whatever is switched on. */
  module: string | null
}

const byName = new Map<string, RegisteredListener>()
let modulesRead: Promise<void> | null = null

/** A host feature hears an event; modules say so in `listeners/main.ts`. */
export function registerListener(listener: Listener, module: string | null = null): void {
  if (byName.has(listener.name)) throw new Error(`Two listeners are called "${listener.name}"`)
  if (module !== null && !listener.name.startsWith(`${module}.`)) {
    throw new Error(`Listener "${listener.name}" must start with "${module}."`)
  }
  byName.set(listener.name, { listener, module })
}

/** Takes a listener out again; for tests. */
export function forgetListener(name: string): void {
  byName.delete(name)
}

/** Reads the listeners of every module on the guest list, once. */
export function readListeners(): Promise<void> {
  modulesRead ??= readModules()
  return modulesRead
}

/** Who hears this event. Call `readListeners` first. */
export function listenersOf(event: string): RegisteredListener[] {
  return [...byName.values()].filter(({ listener }) => listener.event === event)
}

export function listenerNamed(name: string): RegisteredListener | undefined {
  return byName.get(name)
}

export function allListeners(): RegisteredListener[] {
  return [...byName.values()]
}

async function readModules(): Promise<void> {
  for (const manifest of manifests) {
    const own = manifest.listeners ? (await manifest.listeners()).default : []
    for (const listener of [...own, ...(await searchListeners(manifest))])
      registerListener(listener, manifest.name)
  }
}
