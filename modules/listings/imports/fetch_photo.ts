import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Deposit, depositFile } from '#kernel/files/file_store'
import {
  type OutwardAnswer,
  type OutwardLimits,
  OutwardRefusal,
  outwardFetch,
} from '#kernel/http/outward_fetch'
import { type Result, done, refused } from '#kernel/result/result'
import { MOST_BYTES, judgeUpload } from '../media/judge_upload.ts'
import type { PhotoFault } from './photo_sources.ts'

type Fetched = { deposit: Deposit; fault: null } | { deposit: null; fault: PhotoFault }

const FINAL: ReadonlySet<string> = new Set(['not_web', 'not_outward', 'too_large'])

/** Fetches a photo from outside and puts it into the storage, judged as if somebody had sent it. */
export async function fetchPhoto(
  tenantId: string,
  address: string,
  limits: OutwardLimits
): Promise<Fetched> {
  try {
    const answer = await outwardFetch(address, { most: MOST_BYTES.photo, ...limits })
    const { status } = answer
    if (status !== 200) return faulty(`status_${status}`, status < 500 && status !== 429)
    const deposit = await deposited(tenantId, answer)
    return deposit.ok ? { deposit: deposit.value, fault: null } : faulty(deposit.reason, true)
  } catch (error) {
    if (!(error instanceof OutwardRefusal)) throw error
    return faulty(error.reason, FINAL.has(error.reason))
  }
}

function faulty(reason: string, isFinal: boolean): Fetched {
  return { deposit: null, fault: { reason, isFinal } }
}

async function deposited(
  tenantId: string,
  { body, url }: OutwardAnswer
): Promise<Result<Deposit, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-photo-'))
  try {
    const path = join(folder, 'photo')
    const name = basename(new URL(url).pathname) || 'photo'
    await writeFile(path, body)
    const kind = await judgeUpload({ path, name, bytes: body.length }, 'photo')
    if (!kind.ok) return refused(kind.reason)
    if (kind.value !== 'photo') return refused('not_a_picture')
    const deposit = await depositFile(tenantId, { path }, { name, module: 'listings' })
    return deposit.ok ? done(deposit.value) : refused(deposit.reason)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
