import i18nManager from '@adonisjs/i18n/services/main'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { documentOf } from '#app/api'
import type { TestAgency } from './agency.ts'

type ApiDocument = Awaited<ReturnType<typeof documentOf>>

export interface ApiQuestion {
  method: string
  path: string
  body?: unknown
}

export interface ApiAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

interface Content {
  content?: Record<string, { schema: object }>
}

/** The document of the agency as it is now. */
export async function documentFor(agency: TestAgency): Promise<ApiDocument> {
  return documentOf(await agency.tenant(), i18nManager.locale('en'))
}

/** Throws unless the answer is one that the document promises for the question. */
export function assertAnswers(
  document: ApiDocument,
  { method, path, body }: ApiQuestion,
  answer: ApiAnswer
): void {
  const operation = operationAt(document, method, path)
  const said = `${method} ${path} ${answer.status}`
  const promised = (operation.responses as Record<string, Content>)[String(answer.status)]
  if (!promised) throw new Error(`${said}: the document knows no such status\n${answer.text}`)
  if (answer.status < 300 && body !== undefined) {
    const schema = schemaIn(operation.requestBody as Content, 'application/json')
    conform(document, schema, { value: body, said: `${said}, what was sent` })
  }
  assertBody(document, promised, { answer, said })
}

function assertBody(
  document: ApiDocument,
  promised: Content,
  { answer, said }: { answer: ApiAnswer; said: string }
): void {
  if (!promised.content) {
    if (answer.text !== '') throw new Error(`${said}: it should say nothing`)
    return
  }
  const type = String(answer.headers['content-type'] ?? '').split(';')[0]
  conform(document, schemaIn(promised, type), { value: JSON.parse(answer.text), said })
}

function operationAt({ paths }: ApiDocument, method: string, path: string) {
  const asked = path.replace(/\?.*$/, '').replace(/^\/api\/v1/, '')
  const known = Object.keys(paths)
    .filter((pattern) => shapeOf(pattern).test(asked))
    .sort((one, other) => one.split('{').length - other.split('{').length)
  const operation = known.map((one) => paths[one][method.toLowerCase()]).find(Boolean)
  if (!operation) throw new Error(`The document knows nothing of ${method} ${path}`)
  return operation
}

function shapeOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

function schemaIn(part: Content | undefined, type: string): object | undefined {
  return part?.content?.[type]?.schema
}

function conform(
  document: ApiDocument,
  schema: object | undefined,
  { value, said }: { value: unknown; said: string }
): void {
  if (!schema) throw new Error(`${said}: the document has no schema`)
  const validate = validatorOf(document, schema)
  if (!validate(value)) throw new Error(`${said}: ${JSON.stringify(validate.errors)}`)
}

const validators = new WeakMap<object, ValidateFunction>()

function validatorOf({ components }: ApiDocument, schema: object): ValidateFunction {
  const known = validators.get(schema)
  if (known) return known
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const validate = ajv.compile({ ...schema, components })
  validators.set(schema, validate)
  return validate
}
