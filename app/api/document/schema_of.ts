import { snake } from '#kernel/api/casing'
import type { Describable, JsonSchema } from '#kernel/modules/api_description'

/**
 * What a validator takes, as programs write it: names in snake_case, and null wherever a value
 * may be left out. What it does not name is passed over, so nothing else is forbidden.
 */
export function schemaOf(validator: Describable, { partial = false } = {}): JsonSchema {
  const schema = asPrograms(validator.toJSONSchema() as JsonSchema)
  return partial ? inPart(schema) : schema
}

/** Objects are changed by their parts, however deep; lists as a whole. */
function inPart({ properties, ...schema }: JsonSchema): JsonSchema {
  if (!properties) return schema
  const parts = Object.entries(properties as Record<string, JsonSchema>)
  return {
    ...schema,
    required: undefined,
    properties: Object.fromEntries(parts.map(([name, part]) => [name, inPart(part)])),
  }
}

function asPrograms(schema: JsonSchema): JsonSchema {
  const { properties, items, required, ...rest } = schema
  const needed = new Set((required as string[] | undefined) ?? [])
  return {
    ...rest,
    additionalProperties: undefined,
    ...(items ? { items: asPrograms(items as JsonSchema) } : {}),
    ...(properties ? { properties: propertiesOf(properties as JsonSchema, needed) } : {}),
    ...(needed.size > 0 ? { required: [...needed].map(snake) } : {}),
  }
}

function propertiesOf(properties: JsonSchema, needed: Set<string>): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(isSent)
      .map(([name, schema]) => {
        const inner = asPrograms(schema as JsonSchema)
        return [snake(name), needed.has(name) ? inner : orNull(inner)]
      })
  )
}

/** The version that was seen travels in If-Match. */
function isSent([name]: [string, unknown]): boolean {
  return name !== 'version'
}

function orNull(schema: JsonSchema): JsonSchema {
  if (isYesOrNo(schema)) return { type: ['boolean', 'null'] }
  if (Array.isArray(schema.enum)) return { ...schema, enum: [...schema.enum, null] }
  return typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema
}

/** Forms have many words for it. */
function isYesOrNo({ enum: choices }: JsonSchema): boolean {
  return Array.isArray(choices) && choices.includes(true) && choices.includes(false)
}
