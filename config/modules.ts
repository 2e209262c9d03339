import type { ModuleManifest } from '#kernel/modules/manifest'

/** The guest list: every module of this house. */
const modules: (() => Promise<{ default: ModuleManifest }>)[] = [
  // In the order in which they are shown.
  () => import('../modules/contacts/module.ts'),
  () => import('../modules/listings/module.ts'),
  () => import('../modules/leads/module.ts'),
]

export default modules
