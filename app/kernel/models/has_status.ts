import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import { column } from '@adonisjs/lucid/orm'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { TenantModel } from '#kernel/tenancy/tenant_model'
import { claimVersion } from './versioned.ts'

interface Step {
  seenVersion: number
  reason?: string
}

/**
 * For records with a status. The model states its `steps` (from each status to those that may
 * follow) and its `subjectType`; every step is kept in `status_steps`.
 */
export function HasStatus<Model extends NormalizeConstructor<typeof TenantModel>>(
  superclass: Model
) {
  class StatusModel extends superclass {
    static subjectType: string
    static steps: Record<string, readonly string[]>

    @column()
    declare status: string

    /** Refused with the steps that are allowed, or as stale when somebody was faster. */
    async moveTo(
      status: string,
      { seenVersion, reason }: Step
    ): Promise<Result<this, 'illegal_step' | 'stale'>> {
      const { steps, subjectType } = this.constructor as typeof StatusModel
      const from = this.status
      const allowed = steps[from] ?? []
      if (!allowed.includes(status)) return refused('illegal_step', { allowed: [...allowed] })
      if (!(await claimVersion(this, seenVersion))) return refused('stale')

      this.status = status
      await this.save()
      await keepStep({ subjectType, subjectId: this.$primaryKeyValue, from, to: status, reason })
      return done(this)
    }
  }
  return StatusModel
}

interface KeptStep {
  subjectType: string
  subjectId: unknown
  from: string
  to: string
  reason?: string
}

async function keepStep(step: KeptStep): Promise<void> {
  const actor = currentActor()
  await unitSql(
    `insert into status_steps (subject_type, subject_id, from_status, to_status, reason, actor_id, actor_name)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      step.subjectType,
      step.subjectId,
      step.from,
      step.to,
      step.reason ?? null,
      actor.id,
      actor.name,
    ]
  )
}
