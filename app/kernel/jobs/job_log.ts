import { coreSql } from '#kernel/tenancy/sql'

export type Outcome = 'done' | 'failed' | 'skipped' | 'handed_back'

export interface RunFacts {
  job: string
  tenantId: string | null
  attempt: number
}

/** The reason of a stop: this process ends, another one goes on with the job. */
export class HandedBack extends Error {
  override name = 'HandedBack'
}

/**
 * Runs `work` and writes down when it began and how it ended. `work` answers its outcome; a throw
 * is `failed` and passed on. A run whose process died keeps its start and has no end.
 */
export async function logRun(facts: RunFacts, work: () => Promise<Outcome>): Promise<Outcome> {
  const { rows } = await coreSql<{ id: string }>(
    'insert into job_runs (job, tenant_id, attempt) values (?, ?, ?) returning id',
    [facts.job, facts.tenantId, facts.attempt]
  )
  try {
    const outcome = await work()
    await end(rows[0].id, outcome, null)
    return outcome
  } catch (error) {
    const outcome = error instanceof HandedBack ? 'handed_back' : 'failed'
    await end(rows[0].id, outcome, describe(error))
    throw error
  }
}

async function end(id: string, outcome: Outcome, error: string | null): Promise<void> {
  await coreSql('update job_runs set ended_at = now(), outcome = ?, error = ? where id = ?', [
    outcome,
    error,
    id,
  ])
}

interface KnownError {
  name?: string
  code?: string
  constraint?: string
  table?: string
  message?: string
}

/**
 * The kind of an error and where it struck, never its sentence: that may hold what a person
 * typed. The sentence is in the process' log.
 */
export function describe(error: unknown): string {
  const { name, code, constraint, table, message = '' } = (error ?? {}) as KnownError
  const ownCode = /^E_[A-Z_]+/.exec(message)?.[0]
  const facts = [name ?? typeof error, code ?? ownCode, constraint ?? table, ownFrame(error)]
  return facts.filter(Boolean).join(' ').slice(0, 500)
}

/** The innermost line of our own code, without the folder that it is installed in. */
function ownFrame(error: unknown): string | null {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : []
  const own = frames.find(
    (line) => /\/(app|modules)\//.test(line) && !line.includes('node_modules')
  )
  return own ? (/((?:app|modules)\/[^)]+)\)?$/.exec(own)?.[1] ?? null) : null
}
