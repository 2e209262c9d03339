import { setTimeout as pause } from 'node:timers/promises'
import { FleetRefusal } from './fleet_refusal.ts'
import { workOnce } from './fleet_worker.ts'
import { ownerPool } from './owner.ts'

export interface OrderedAgency {
  id: string
  slug: string
  status: string
  delete_after: Date | null
}

export async function agencyCalled(slug: string): Promise<OrderedAgency> {
  const { rows } = await ownerPool().query<OrderedAgency>(
    'select id, slug, status, delete_after from core.tenants where slug = $1',
    [slug]
  )
  if (!rows[0]) throw new FleetRefusal(`No agency is called "${slug}".`)
  return rows[0]
}

/** Has one kind of work done for an agency, by this process or by a fleet worker that is faster. */
export async function orderWork(
  kind: string,
  agency: OrderedAgency,
  facts: Record<string, unknown> = {}
): Promise<Record<string, unknown>> {
  const { rows } = await ownerPool().query<{ id: string }>(
    'insert into core.fleet_tasks (tenant_id, kind, facts) values ($1, $2, $3) returning id',
    [agency.id, kind, JSON.stringify(facts)]
  )
  for (;;) {
    const { status, error, answer } = await stateOf(rows[0].id)
    if (status === 'failed') throw new FleetRefusal(`${agency.slug}: ${error}`)
    if (status === 'done') return accepted(answer, agency)
    if (!(await workOnce())) await pause(50)
  }
}

interface OrderState {
  status: 'waiting' | 'done' | 'failed'
  error: string | null
  answer: Record<string, unknown> | null
}

async function stateOf(task: string): Promise<OrderState> {
  const { rows } = await ownerPool().query<OrderState>(
    'select status, error, answer from core.fleet_tasks where id = $1',
    [task]
  )
  return rows[0] ?? { status: 'failed', error: 'the task is gone', answer: null }
}

function accepted(answer: OrderState['answer'], { slug }: OrderedAgency): Record<string, unknown> {
  if (answer?.refused === 'being_deleted')
    throw new FleetRefusal(`${slug} is being deleted: there is no way back.`)
  if (answer?.refused) throw new FleetRefusal(`${slug}: refused (${answer.refused})`)
  return answer ?? {}
}
