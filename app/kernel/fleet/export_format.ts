import { join } from 'node:path'

/** Raised when a reader of older exports could misread a newer one. */
export const EXPORT_FORMAT = 1

export interface ExportedTable {
  name: string
  columns: string[]
  rows: number
  /** Of the table's CSV, which is ordered by primary key: equal tables have equal sums. */
  sha256: string
}

export interface ExportedFile {
  id: string
  bytes: number
  sha256: string
}

export interface ExportedStep {
  module: string
  step: string
  checksum: string
}

/** What lies in an export, and how to tell that nothing of it was lost or changed. */
export interface ExportManifest {
  format: number
  exported_at: string
  core_sha256: string
  migrations: ExportedStep[]
  /** In the order in which they can be filled: whatever is pointed at comes first. */
  tables: ExportedTable[]
  files: ExportedFile[]
  /** Rows of `files` whose bytes were not in the storage. */
  missing_files: string[]
}

export interface ExportedPerson {
  id: string
  email: string
  name: string
  verified: boolean
  /** Of the membership; null for a founder who is no longer a member. */
  state: 'invited' | 'active' | 'removed' | null
}

interface PlanName {
  key: string
  version: number
}

/** The platform's rows about the agency. */
export interface ExportedCore {
  agency: {
    id: string
    slug: string
    name: string
    market: string
    currency: string
    time_zone: string
    founder_id: string
    trial_ends_at: string | null
    branding: Record<string, unknown>
    /** Wrapped by the ring of the installation that made the export. */
    data_key: string
    created_at: string
  }
  plan: PlanName
  trial_plan: PlanName | null
  hosts: { host: string; kind: 'slug' | 'custom' }[]
  people: ExportedPerson[]
  switches: { module: string; state: string }[]
  addons: { module: string; ends_at: string | null }[]
}

export const manifestPath = (folder: string) => join(folder, 'manifest.json')
export const corePath = (folder: string) => join(folder, 'core.json')
export const tablePath = (folder: string, table: string) => join(folder, 'tables', `${table}.csv`)
export const filePath = (folder: string, id: string) => join(folder, 'files', id)
