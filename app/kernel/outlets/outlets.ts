import { manifests } from '#kernel/modules/module_registry'
import { tenancy, unit } from '#kernel/tenancy/tenancy'

/**
 * The partials with which the modules that are on fill an outlet (`contacts.show.aside`), in the
 * order of the guest list. A piece gets what the page passes to `@!outlet` and nothing more.
 */
export function outletPieces(name: string): string[] {
  if (!tenancy.isOpen) return []
  const { modules } = unit().tenant
  return manifests
    .filter((manifest) => modules.has(manifest.name))
    .flatMap((manifest) => manifest.outlets?.[name] ?? [])
}
