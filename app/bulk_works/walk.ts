import { unitSql } from '#kernel/tenancy/sql'
import { beginBulkWork } from './actions/request_bulk_work.ts'
import type { BulkSteps } from './bulk_steps.ts'
import BulkWork from './models/bulk_work.ts'

const PAGE = 200

interface Ground {
  /** Kind of the bulk work. */
  kind: string
  table: string
  /** What is done with some of its records. */
  visit(ids: string[]): Promise<unknown>
}

/** Has the workers go through all records of a table that are not deleted, some in each unit of work. */
export class Walk {
  constructor(private readonly ground: Ground) {}

  /** The last time that somebody wanted it. */
  latest(): Promise<BulkWork | null> {
    return BulkWork.query().where('kind', this.ground.kind).orderBy('id', 'desc').first()
  }

  /** One at a time is enough. */
  async request(): Promise<BulkWork> {
    const { kind, table } = this.ground
    const lock = 'select pg_advisory_xact_lock(hashtext(current_schema() || ?))'
    await unitSql(lock, [` ${kind}`])
    const latest = await this.latest()
    if (latest?.isUnderWay && !latest.isStuck) return latest
    return beginBulkWork(kind, { facts: {}, rows: await countOf(table) })
  }

  steps(): BulkSteps {
    return { take: (work) => this.#take(work) }
  }

  async #take(work: BulkWork): Promise<number> {
    const { table, visit } = this.ground
    const ids = await idsBehind(table, (work.facts.after as string | undefined) ?? null)
    await visit(ids)
    work.facts = { after: ids.at(-1) }
    return ids.length
  }
}

async function countOf(table: string): Promise<number> {
  const { rows } = await unitSql<{ count: number }>(
    'select count(*)::integer as count from ?? where deleted_at is null',
    [table]
  )
  return rows[0].count
}

async function idsBehind(table: string, after: string | null): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select id from ?? where deleted_at is null and (?::uuid is null or id > ?::uuid)
      order by id limit ?`,
    [table, after, after, PAGE]
  )
  return rows.map(({ id }) => id)
}
