import logger from '@adonisjs/core/services/logger'
import { openAgency } from '#kernel/jobs/open_agency'
import { coreSql } from '#kernel/tenancy/sql'
import { type AuditPlane, agencyPlane, platformPlane } from './plane.ts'
import { sealPlane } from './sealing.ts'

/** Seals what was written in every plane; one that fails does not keep the others waiting. */
export default class SealAudit {
  #failed = 0

  async handle(): Promise<void> {
    await this.#seal(platformPlane)
    const { rows } = await coreSql<{ id: string }>(
      `select id from tenants where status in ('active', 'restricted') order by id`
    )
    for (const { id } of rows) {
      const tenant = await openAgency(id, null)
      if (tenant) await this.#seal(agencyPlane(tenant))
    }
    if (this.#failed > 0) throw new Error(`E_NOT_SEALED: ${this.#failed} planes`)
  }

  async #seal(plane: AuditPlane): Promise<void> {
    await sealPlane(plane).catch((error) => {
      this.#failed++
      logger.error({ err: error, plane: plane.name }, 'audit: could not seal')
    })
  }
}
