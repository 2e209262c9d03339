import { fileTypeFromBuffer } from 'file-type'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BulkSteps, BulkWork } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import { type Deposit, depositFile, keepFile } from '#kernel/files/file_store'
import { OutwardRefusal, type OutwardLimits, outwardFetch } from '#kernel/http/outward_fetch'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'

const PAGE = 10
const ATTEMPTS = 4
const MOST_BYTES = 5 * 1024 * 1024
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

interface Source {
  id: string
  listing_id: string
  url: string
  position: number
}

interface Fetched {
  source: Source
  deposit?: Deposit
  /** Why there is no picture; `later` where another time may bring it. */
  fault?: { reason: string; isFinal: boolean }
}

/** Fetches the photos that lists name, some a step; the fetching itself holds no unit open. */
export class PhotoSteps implements BulkSteps {
  #fetched: Fetched[] = []

  constructor(
    private readonly run: LongRun,
    private readonly limits: OutwardLimits = {}
  ) {}

  async prepare(): Promise<void> {
    const { tenantId, due } = await this.run.inUnit(async () => ({
      tenantId: unit().tenant.id,
      due: await dueSources(),
    }))
    this.#fetched = await Promise.all(due.map((source) => this.#fetch(tenantId, source)))
  }

  async take(work: BulkWork): Promise<number> {
    for (const { fault } of this.#fetched) work.count(fault ? 'refused' : 'fetched')
    await keepPhotos(this.#fetched)
    await noteFaults(this.#fetched)
    return this.#fetched.length
  }

  async #fetch(tenantId: string, source: Source): Promise<Fetched> {
    try {
      const limits = { most: MOST_BYTES, ...this.limits }
      const { status, body } = await outwardFetch(source.url, limits)
      if (status !== 200)
        return {
          source,
          fault: { reason: `status_${status}`, isFinal: status < 500 && status !== 429 },
        }
      const type = await fileTypeFromBuffer(body)
      if (!type || !PICTURES.has(type.mime))
        return { source, fault: { reason: 'no_picture', isFinal: true } }
      return { source, deposit: await deposited(tenantId, body, `photo.${type.ext}`) }
    } catch (error) {
      if (!(error instanceof OutwardRefusal)) throw error
      return { source, fault: { reason: error.reason, isFinal: FINAL.has(error.reason) } }
    }
  }
}

const FINAL: ReadonlySet<string> = new Set(['not_web', 'not_outward', 'too_large'])

async function dueSources(): Promise<Source[]> {
  const { rows } = await unitSql<Source>(
    `select id, listing_id, url, position from listing_photo_sources
      where state = 'waiting' and due_at <= now() order by due_at, id limit ?`,
    [PAGE]
  )
  return rows
}

async function deposited(tenantId: string, bytes: Buffer, name: string): Promise<Deposit> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-photo-'))
  try {
    const path = join(folder, 'photo')
    await writeFile(path, bytes)
    const deposit = await depositFile(tenantId, { path }, { name, module: 'listings' })
    if (!deposit.ok) throw new OutwardRefusal('broken')
    return deposit.value
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Hands what was fetched over to the media of its listing, in the order of the list. */
async function keepPhotos(fetched: Fetched[]): Promise<void> {
  const kept: object[] = []
  for (const { source, deposit } of fetched) {
    if (!deposit) continue
    const subject = { type: 'listing', id: source.listing_id }
    const { id, sha256 } = await keepFile(deposit, { subject })
    kept.push({ source_id: source.id, ...source, file_id: id, sha256 })
  }
  if (kept.length === 0) return
  await unitSql(
    `with new as (select * from jsonb_to_recordset(?::jsonb)
                    as new(source_id uuid, listing_id uuid, position integer, file_id uuid, sha256 text)),
     settled as (update listing_photo_sources set state = 'fetched', reason = null, updated_at = now()
                  from new where listing_photo_sources.id = new.source_id)
     insert into listing_media (listing_id, kind, file_id, position, moderation, sha256)
     select listing_id, 'photo', file_id, position, 'uploaded', sha256 from new`,
    [JSON.stringify(kept)]
  )
}

/** What failed for now is tried again, each time later; what cannot succeed stays refused with its reason. */
async function noteFaults(fetched: Fetched[]): Promise<void> {
  const faults = fetched.flatMap(({ source, fault }) =>
    fault ? [{ id: source.id, reason: fault.reason, final: fault.isFinal }] : []
  )
  if (faults.length === 0) return
  await unitSql(
    `update listing_photo_sources s set reason = new.reason, attempts = attempts + 1, updated_at = now(),
            state = case when new.final or attempts + 1 >= ? then 'refused' else 'waiting' end,
            due_at = now() + interval '5 minutes' * power(4, attempts)
       from jsonb_to_recordset(?::jsonb) as new(id uuid, reason text, final boolean) where s.id = new.id`,
    [ATTEMPTS, JSON.stringify(faults)]
  )
}
