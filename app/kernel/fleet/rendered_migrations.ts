import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { BaseSchema } from '@adonisjs/lucid/schema'
import { moduleNames } from '#kernel/modules/module_registry'

/**
 * A step of a module's migrations, rendered once to an ordered list of single SQL statements
 * that name their tables without a schema. `tables` are those that the step creates.
 */
export interface RenderedStep {
  module: string
  step: string
  statements: string[]
  checksum: string
  tables: string[]
}

/** The host's own tables inside each agency's schema go by this name in the ledger. */
export const HOST = 'host'

let rendered: Promise<RenderedStep[]> | null = null

/** Every step that this build ships: the host's first, then each module's in order of requirement. */
export function renderedMigrations(): Promise<RenderedStep[]> {
  rendered ??= renderAll()
  return rendered
}

export async function stepsFor(modules: Iterable<string>): Promise<RenderedStep[]> {
  const wanted = new Set([HOST, ...modules])
  return (await renderedMigrations()).filter((step) => wanted.has(step.module))
}

export async function tablesOf(module: string): Promise<string[]> {
  return (await renderedMigrations())
    .filter((step) => step.module === module)
    .flatMap((step) => step.tables)
}

async function renderAll(): Promise<RenderedStep[]> {
  const host = await renderFolder(HOST, app.makePath('database/tenant_migrations'))
  const steps = [...host]
  for (const name of moduleNames) {
    steps.push(...(await renderFolder(name, app.makePath('modules', name, 'migrations/tenant'))))
  }
  return steps
}

async function renderFolder(module: string, folder: string): Promise<RenderedStep[]> {
  const files = await readdir(folder).catch(() => [])
  const steps: RenderedStep[] = []
  for (const file of files
    .filter((name) => /^\d.*\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'))
    .sort()) {
    steps.push(await renderFile(module, join(folder, file)))
  }
  return steps
}

async function renderFile(module: string, file: string): Promise<RenderedStep> {
  const { default: Migration } = (await import(pathToFileURL(file).href)) as {
    default: new (client: unknown, file: string, dryRun: boolean) => BaseSchema
  }
  const statements = await new Migration(db.connection('tenant'), file, true).execUp()
  if (!Array.isArray(statements)) throw new Error(`${file} cannot be rendered`)
  return stepOf(module, basename(file, extname(file)), statements)
}

export function stepOf(module: string, step: string, statements: string[]): RenderedStep {
  return {
    module,
    step,
    statements,
    checksum: createHash('sha256').update(statements.join(';\n')).digest('hex').slice(0, 16),
    tables: statements.flatMap((sql) => createdTable(sql)),
  }
}

function createdTable(sql: string): string[] {
  const match = /^\s*create table (?:if not exists )?"?([a-z_0-9]+)"?/i.exec(sql)
  return match ? [match[1]] : []
}
