import type { JsonSchema } from '#kernel/modules/api_description'
import type { ApiDocument } from './document_of.ts'

interface FieldLine {
  name: string
  type: string
  isNeeded: boolean
}

interface Parameter {
  name: string
  in: string
  schema: JsonSchema
  required?: boolean
  description?: string
}

interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema: JsonSchema }> }
  >
}

/** The document as people read it: its operations room by room, each with its fields in lines. */
export function documentPage({ paths, components }: ApiDocument) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      presented({ method, path }, operation as unknown as Operation)
    )
  )
  const rooms = [...new Set(operations.map(({ room }) => room))]
  return {
    rooms: rooms.map((room) => ({
      name: room,
      operations: operations.filter((operation) => operation.room === room),
    })),
    schemas: Object.entries(components.schemas).map(([name, schema]) => ({
      name,
      fields: linesOf(schema),
    })),
  }
}

function presented({ method, path }: { method: string; path: string }, operation: Operation) {
  const body = operation.requestBody?.content['application/json'].schema
  return {
    id: operation.operationId.replaceAll('.', '-'),
    room: operation.tags[0],
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    parameters: operation.parameters.map(({ name, in: place, schema, required, description }) => ({
      name,
      place,
      type: typeOf(schema),
      isNeeded: required === true,
      description,
    })),
    body: body ? linesOf(body) : [],
    answers: Object.entries(operation.responses).map(([status, { description, content }]) => ({
      status,
      description,
      schema: schemaNamed(content),
    })),
  }
}

function schemaNamed(content: Operation['responses'][string]['content']): string | null {
  const schema = Object.values(content ?? {})[0]?.schema
  const [, name] = /schemas\/(\w+)/.exec(JSON.stringify(schema ?? '')) ?? []
  return name ?? null
}

function linesOf({ properties = {}, required }: JsonSchema): FieldLine[] {
  const needed = new Set((required as string[] | undefined) ?? [])
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    isNeeded: needed.has(name),
  }))
}

/** `text, uuid`, `list of …`, `one of …`: a few words, not a grammar. */
function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map(String).join(' | ')
  if (schema.items) return `[${typeOf(schema.items as JsonSchema)}]`
  const { properties } = schema as { properties?: JsonSchema }
  if (properties && Object.keys(properties).length > 0)
    return `{ ${Object.keys(properties).join(', ')} }`
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return schema.format ? `${type} (${String(schema.format)})` : type
}
