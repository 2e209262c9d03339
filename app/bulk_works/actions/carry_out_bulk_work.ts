import { DateTime } from 'luxon'
import type { LongRun } from '#kernel/events/listener'
import { queues } from '#kernel/jobs/queues'
import { unit } from '#kernel/tenancy/tenancy'
import { BulkFailure, type BulkSteps } from '../bulk_steps.ts'
import { BulkWorkEnded } from '../events/bulk_work_ended.ts'
import BulkWork from '../models/bulk_work.ts'

type StepEnd = 'more' | 'complete' | 'stopped'

/**
 * Carries a bulk work out, one unit of work a step, from wherever an earlier attempt left it.
 * Ends quietly when the work was cancelled, or when another worker has overtaken this one.
 */
export class CarryOutBulkWork {
  #rowsDone = 0

  constructor(
    private readonly run: LongRun,
    private readonly steps: BulkSteps
  ) {}

  async handle(workId: string): Promise<void> {
    const work = await this.run.inUnit(() => this.#begin(workId))
    if (!work) return
    try {
      await this.#carryOut(work)
    } catch (error) {
      await this.#giveUp(workId, error)
    } finally {
      await this.steps.close?.()
    }
  }

  async #begin(workId: string): Promise<BulkWork | null> {
    const work = await lockedWork(workId)
    if (!work?.isUnderWay) return null
    if (work.state === 'waiting') await work.moveTo('running')
    work.startedAt ??= DateTime.utc()
    await this.steps.begin?.(work)
    await work.save()
    this.#rowsDone = work.rowsDone
    return work
  }

  async #carryOut(work: BulkWork): Promise<void> {
    await this.steps.open?.(work)
    let end: StepEnd = 'more'
    while (end === 'more') {
      this.run.signal.throwIfAborted()
      await this.steps.prepare?.()
      end = await this.run.inUnit(() => this.#step(work.id))
      if (end === 'more') await this.steps.settle?.()
    }
    if (end === 'stopped') return
    await this.steps.complete?.(work)
    await this.run.inUnit(() => this.#finish(work.id))
  }

  /** The locked row lets one worker at a time take a step; who stands elsewhere was overtaken. */
  async #step(workId: string): Promise<StepEnd> {
    const work = await lockedWork(workId)
    if (work?.state !== 'running' || work.rowsDone !== this.#rowsDone) return 'stopped'
    const rows = await this.steps.take(work)
    work.rowsDone += rows
    await work.save()
    this.#rowsDone = work.rowsDone
    return rows > 0 ? 'more' : 'complete'
  }

  async #finish(workId: string): Promise<void> {
    const work = await lockedWork(workId)
    if (work?.state !== 'running') return
    await this.steps.finish?.(work)
    work.endedAt = DateTime.utc()
    work.rowsTotal = work.rowsDone
    await work.save()
    if (await work.moveTo('done')) unit().tell(new BulkWorkEnded(work))
  }

  /** What cannot succeed fails at once with its reason; the rest is tried again by the queue, as long as it may. */
  async #giveUp(workId: string, error: unknown): Promise<void> {
    const isFinal = this.run.attempt > queues.longJobs.retryLimit
    const isExpected = error instanceof BulkFailure
    if (isExpected || (isFinal && !this.run.signal.aborted)) {
      const reason = isExpected ? error : new BulkFailure('bulk_works.failed.unexpected')
      await this.run.inUnit(() => failWork(workId, reason))
    }
    if (!isExpected) throw error
  }
}

/** Held until the unit ends. */
async function lockedWork(workId: string): Promise<BulkWork | null> {
  return BulkWork.query().where('id', workId).forUpdate().first()
}

async function failWork(workId: string, { key, params }: BulkFailure): Promise<void> {
  const work = await lockedWork(workId)
  if (!work?.isUnderWay) return
  work.error = { key, params }
  work.endedAt = DateTime.utc()
  await work.save()
  if (await work.moveTo('failed')) unit().tell(new BulkWorkEnded(work))
}
