import PipelineStage from '../models/pipeline_stage.ts'

/** The stages of the agency's pipeline, in their order. */
export async function pipelineStages(): Promise<PipelineStage[]> {
  return PipelineStage.query().orderBy('position')
}
