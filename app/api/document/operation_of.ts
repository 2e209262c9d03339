import { STATUS_CODES } from 'node:http'
import type { I18n } from '@adonisjs/i18n'
import type { JsonSchema } from '#kernel/modules/api_description'
import type { DescribedRoute } from './described_routes.ts'
import { problemsOf } from './problems_of.ts'
import { schemaOf } from './schema_of.ts'

const header = (name: string, required: boolean, description: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', maxLength: 255 },
})

/** One operation of the document. */
export function operationOf(route: DescribedRoute, i18n: I18n): JsonSchema {
  const { name, module, operation } = route
  const { permission, body, partial } = operation
  return {
    operationId: name,
    tags: [module ?? 'api'],
    summary: i18n.t(operation.summary),
    description: permission ? i18n.t('api.document.needs', { permission }) : undefined,
    parameters: parametersOf(route, i18n),
    requestBody: body && {
      required: true,
      content: { 'application/json': { schema: schemaOf(body, { partial }) } },
    },
    responses: { ...successOf(route), ...problemsAs(route) },
  }
}

function parametersOf({ method, params, operation }: DescribedRoute, i18n: I18n): JsonSchema[] {
  const { query, versioned, ifMatch } = operation
  const said = (key: string) => i18n.t(`api.document.headers.${key}`)
  return [
    ...params.map((name) => ({ name, in: 'path', required: true, schema: parameterSchema(name) })),
    ...(query ? questionOf(schemaOf(query)) : []),
    ...(method === 'POST' ? [header('Idempotency-Key', false, said('idempotency_key'))] : []),
    ...(method === 'GET' && versioned
      ? [header('If-None-Match', false, said('if_none_match'))]
      : []),
    ...(ifMatch ? [header('If-Match', true, said('if_match'))] : []),
  ]
}

function parameterSchema(name: string): JsonSchema {
  return name === 'id' || name.endsWith('_id')
    ? { type: 'string', format: 'uuid' }
    : { type: 'string' }
}

function questionOf({ properties = {} }: { properties?: JsonSchema }): JsonSchema[] {
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }))
}

function successOf({ method, operation }: DescribedRoute): JsonSchema {
  const { status = 200, answer, paged, meta, versioned } = operation
  const one = answer && { $ref: `#/components/schemas/${answer}` }
  const schema = paged ? pageOf(one as JsonSchema, meta) : one
  const success = {
    description: STATUS_CODES[status],
    headers: headersOf(versioned && status !== 204),
    content: schema && { 'application/json': { schema } },
  }
  const isConditional = method === 'GET' && versioned
  return {
    [status]: success,
    ...(isConditional ? { 304: { description: STATUS_CODES[304] } } : {}),
  }
}

function pageOf(items: JsonSchema, meta?: string): JsonSchema {
  return {
    type: 'object',
    required: ['data', 'next_cursor', 'has_more'],
    properties: {
      data: { type: 'array', items },
      next_cursor: { type: ['string', 'null'] },
      has_more: { type: 'boolean' },
      ...(meta && { meta: { $ref: `#/components/schemas/${meta}` } }),
    },
  }
}

function headersOf(hasEtag: boolean | undefined): JsonSchema {
  const schema = { type: 'string' }
  return {
    'RateLimit-Limit': { schema },
    'RateLimit-Remaining': { schema },
    'RateLimit-Reset': { schema },
    ...(hasEtag ? { ETag: { schema } } : {}),
  }
}

function problemsAs({ method, operation }: DescribedRoute): JsonSchema {
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return Object.fromEntries(
    problemsOf(method, operation).map((status) => [
      status,
      { description: STATUS_CODES[status], headers: waitingFor(status), content },
    ])
  )
}

function waitingFor(status: number): JsonSchema | undefined {
  return status === 429 ? { 'Retry-After': { schema: { type: 'integer' } } } : undefined
}
