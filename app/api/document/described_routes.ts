import router from '@adonisjs/core/services/router'
import { manifests } from '#kernel/modules/module_registry'
import type { ApiDescription, ApiOperation, JsonSchema } from '#kernel/modules/api_description'
import { hostDescription } from './host_description.ts'

export interface DescribedRoute {
  /** Without its surface: `contacts.index`. */
  name: string
  method: string
  /** As the document writes it: `/contacts/{id}`. */
  path: string
  params: string[]
  /** null: the host's own. */
  module: string | null
  operation: ApiOperation
}

const PREFIX = '/api/v1'

/** Every description: the host's and those of the modules that `isOn` lets pass. */
async function descriptions(
  isOn: (module: string) => boolean = () => true
): Promise<{ module: string | null; description: ApiDescription }[]> {
  const all: { module: string | null; description: ApiDescription }[] = [
    { module: null, description: hostDescription },
  ]
  for (const { name, api } of manifests) {
    if (api && isOn(name)) all.push({ module: name, description: (await api()).default })
  }
  return all
}

export async function describedRoutes(
  isOn?: (module: string) => boolean
): Promise<DescribedRoute[]> {
  const known = await descriptions(isOn)
  return apiRoutes().flatMap((route) =>
    known
      .filter(({ description }) => route.name in description.operations)
      .map(({ module, description }) => ({
        ...route,
        module,
        operation: description.operations[route.name],
      }))
  )
}

export async function describedSchemas(
  isOn?: (module: string) => boolean
): Promise<Record<string, JsonSchema>> {
  const known = await descriptions(isOn)
  return Object.assign({}, ...known.map(({ description }) => description.schemas))
}

/** Every method of every route of the surface, described or not. */
export function apiRoutes(): Pick<DescribedRoute, 'name' | 'method' | 'path' | 'params'>[] {
  return router
    .toJSON()
    .root.filter(({ name }) => name?.startsWith('api.'))
    .flatMap(({ name = '', methods, pattern }) =>
      methods
        .filter((method) => method !== 'HEAD' && method !== 'PUT')
        .map((method) => ({ name: name.slice('api.'.length), method, ...pathOf(String(pattern)) }))
    )
}

function pathOf(pattern: string) {
  const params = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name)
  return { params, path: pattern.slice(PREFIX.length).replaceAll(/:(\w+)\??/g, '{$1}') }
}
