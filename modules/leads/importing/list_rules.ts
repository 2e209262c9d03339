import { fieldsToBe } from '#app/imports'
import { type CustomField, customFieldsOf } from '#app/records'
import { unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { ImportFacts } from '../imports/import_options.ts'
import Lead from '../models/lead.ts'
import type PipelineStage from '../models/pipeline_stage.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'

/** By what the rows of a list are read here. */
export interface ListRules {
  /** The source of leads for which the list names none. */
  source: string
  tenant: TenantSnapshot
  fields: CustomField[]
  stages: PipelineStage[]
}

export async function listRules(facts: ImportFacts): Promise<ListRules> {
  const fields = [...(await customFieldsOf(Lead.subjectType)), ...fieldsToBe(facts)]
  const { source } = facts.options
  return { source, tenant: unit().tenant, fields, stages: await pipelineStages() }
}
