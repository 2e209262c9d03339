import { randomUUID } from 'node:crypto'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { announce } from '#kernel/tenancy/sql'

const CHANNEL = 'freehold_test_heard'
const waiting = new Map<string, () => void>()

noticeBoard.on(CHANNEL, (id) => waiting.get(id)?.())

/** Resolves when this process has heard everything that was announced until now: notices keep their order. */
export async function noticesHeard(): Promise<void> {
  const id = randomUUID()
  const heard = new Promise<void>((resolve) => waiting.set(id, resolve))
  await announce(CHANNEL, id)
  await heard
  waiting.delete(id)
}
