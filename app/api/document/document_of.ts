import type { I18n } from '@adonisjs/i18n'
import type { JsonSchema } from '#kernel/modules/api_description'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type DescribedRoute, describedRoutes, describedSchemas } from './described_routes.ts'
import { operationOf } from './operation_of.ts'

export interface ApiDocument {
  openapi: '3.1.0'
  info: JsonSchema
  servers: { url: string }[]
  security: JsonSchema[]
  paths: Record<string, Record<string, JsonSchema>>
  components: { securitySchemes: JsonSchema; schemas: Record<string, JsonSchema> }
}

/** The OpenAPI document of an agency: what the modules that are on for it answer to. */
export async function documentOf(
  { modules, name }: Pick<TenantSnapshot, 'modules' | 'name'>,
  i18n: I18n
): Promise<ApiDocument> {
  const isOn = (module: string) => modules.has(module)
  return {
    openapi: '3.1.0',
    info: {
      title: i18n.t('api.document.title', { agency: name }),
      version: '1',
      description: i18n.t('api.document.text'),
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths: pathsOf(await describedRoutes(isOn), i18n),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: await describedSchemas(isOn),
    },
  }
}

function pathsOf(routes: DescribedRoute[], i18n: I18n): ApiDocument['paths'] {
  const paths: ApiDocument['paths'] = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    paths[route.path][route.method.toLowerCase()] = operationOf(route, i18n)
  }
  return paths
}
