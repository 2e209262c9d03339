import { setTimeout as delay } from 'node:timers/promises'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import config from '#config/tenancy'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { announce, coreSql } from '#kernel/tenancy/sql'

export type TaskState = {
  status: 'waiting' | 'done' | 'failed'
  error: string | null
  answer: Record<string, unknown> | null
}

const doneReaders = new Map<string, () => void>()
noticeBoard.on('freehold_fleet_done', (id) => doneReaders.get(id)?.())

/**
 * Asks the fleet worker for the owner's work, within the caller's `core` transaction if given.
 * The answer is the task's id; `awaitFleet` waits for it.
 */
export async function requestFleet(
  kind: string,
  { tenantId, facts = {} }: { tenantId: string | null; facts?: Record<string, unknown> },
  client?: QueryClientContract
): Promise<string> {
  const { rows } = await coreSql<{ id: string }>(
    'insert into fleet_tasks (tenant_id, kind, facts) values (?, ?, ?) returning id',
    [tenantId, kind, JSON.stringify(facts)],
    client
  )
  await announce('freehold_fleet', rows[0].id, client)
  return rows[0].id
}

/**
 * Waits until the task is settled, at most `patience` milliseconds; the state then may still be
 * `waiting`, and the page shows progress instead.
 */
export async function awaitFleet(
  id: string,
  patience: number = config.fleetPatience
): Promise<TaskState> {
  const until = Date.now() + patience
  let state = await taskState(id)
  while (state.status === 'waiting' && Date.now() < until) {
    await nextWord(id, Math.min(250, until - Date.now()))
    state = await taskState(id)
  }
  return state
}

async function taskState(id: string): Promise<TaskState> {
  const { rows } = await coreSql<TaskState>(
    'select status, error, answer from fleet_tasks where id = ?',
    [id]
  )
  return rows[0] ?? { status: 'failed', error: 'E_TASK_GONE', answer: null }
}

/** Resolves on the notice that the task is done, or after `ms` should the notice be lost. */
async function nextWord(id: string, ms: number): Promise<void> {
  const timer = new AbortController()
  const heard = new Promise<void>((resolve) => doneReaders.set(id, resolve))
  await Promise.race([heard, delay(ms, undefined, { signal: timer.signal }).catch(() => {})])
  doneReaders.delete(id)
  timer.abort()
}
