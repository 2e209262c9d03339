import { manifests } from '#kernel/modules/module_registry'
import type { SearchProvider } from './search_provider.ts'

export interface KnownProvider {
  /** i18n key of what is found here. */
  title: string
  provider: SearchProvider
}

const hostProviders = new Map<string, KnownProvider>()

/** A host feature is found everywhere, too; modules say so in their manifest. */
export function registerSearch(known: KnownProvider): void {
  hostProviders.set(known.provider.subjectType, known)
}

/** Takes a host feature's provider out again; for tests. */
export function forgetSearch(subjectType: string): void {
  hostProviders.delete(subjectType)
}

/** The providers of the modules that are effective, in the order of the guest list, then the host's. */
export async function searchProviders(modules: ReadonlySet<string>): Promise<KnownProvider[]> {
  const known: KnownProvider[] = []
  for (const { name, title, search } of manifests) {
    if (search && modules.has(name)) known.push({ title, provider: (await search()).default })
  }
  return [...known, ...hostProviders.values()]
}
