import guestList from '#config/modules'
import type { ModuleManifest } from './manifest.ts'

/**
 * The modules that this build ships, ordered so that each comes after all it requires.
 * Boot fails on a missing requirement, a circle or a permission outside the module's name.
 */
export const manifests: readonly ModuleManifest[] = order(await readGuests())

export const moduleNames: readonly string[] = manifests.map((manifest) => manifest.name)

export function manifestOf(name: string): ModuleManifest | undefined {
  return manifests.find((manifest) => manifest.name === name)
}

/** Everything that must be on for `name` to be on, itself last. */
export function withRequirements(name: string): string[] {
  const manifest = manifestOf(name)
  if (!manifest) return []
  const needed = (manifest.requires ?? []).flatMap(withRequirements)
  return [...new Set([...needed, name])]
}

/** Modules among `on` that require `name`, directly or not. */
export function dependantsOf(name: string, on: ReadonlySet<string>): string[] {
  return [...on].filter((other) => other !== name && withRequirements(other).includes(name))
}

/**
 * The modules that are effective: shipped, allowed by plan, add-on or trial, switched on, and
 * all they require effective too. Fails closed.
 */
export function effectiveModules(
  allowed: ReadonlySet<string>,
  switchedOn: ReadonlySet<string>
): Set<string> {
  const effective = new Set<string>()
  for (const { name, requires = [] } of manifests) {
    const isOn = allowed.has(name) && switchedOn.has(name)
    if (isOn && requires.every((needed) => effective.has(needed))) effective.add(name)
  }
  return effective
}

async function readGuests(): Promise<ModuleManifest[]> {
  const guests = await Promise.all(guestList.map((invite) => invite()))
  return guests.map((guest) => guest.default)
}

/** Exported for its test: the order in which requirements come first. */
export function order(guests: ModuleManifest[]): ModuleManifest[] {
  const placed: ModuleManifest[] = []
  const visit = (guest: ModuleManifest, path: string[]) => {
    if (placed.includes(guest)) return
    if (path.includes(guest.name))
      throw new Error(`Modules require each other: ${[...path, guest.name].join(' → ')}`)
    for (const needed of guest.requires ?? [])
      visit(named(guests, needed, guest), [...path, guest.name])
    placed.push(guest)
  }
  guests.forEach((guest) => visit(guest, []))
  placed.forEach(assertPermissions)
  return placed
}

function named(guests: ModuleManifest[], name: string, asker: ModuleManifest): ModuleManifest {
  const found = guests.find((guest) => guest.name === name)
  if (!found)
    throw new Error(`Module "${asker.name}" requires "${name}", which is not on the guest list`)
  return found
}

function assertPermissions({ name, permissions = {} }: ModuleManifest): void {
  const stray = Object.keys(permissions).find((permission) => !permission.startsWith(`${name}.`))
  if (stray) throw new Error(`Permission "${stray}" must start with "${name}."`)
}
