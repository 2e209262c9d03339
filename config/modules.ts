import type { ModuleManifest } from '#kernel/modules/manifest'

/** The guest list: every module of this house, in the order in which they are shown. */
const modules: (() => Promise<{ default: ModuleManifest }>)[] = [
  () => import('../modules/contacts/module.ts'),
  () => import('../modules/leads/module.ts'),
]

export default modules
