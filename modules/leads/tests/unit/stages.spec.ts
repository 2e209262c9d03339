import { test } from '@japa/runner'
import type { LeadStatus } from '../../lead_words.ts'
import { stageFor } from '../../models/pipeline_stage.ts'

const stages = [
  { id: 'lead', mapsTo: 'new' },
  { id: 'qualified', mapsTo: 'qualified' },
  { id: 'showing', mapsTo: 'qualified' },
  { id: 'offer', mapsTo: 'negotiation' },
  { id: 'closed', mapsTo: 'converted' },
] satisfies { id: string; mapsTo: LeadStatus }[]

test.group('The stage of a lead', () => {
  test('for {status} at {at} is {stage}')
    .with([
      { status: 'new', at: null, stage: 'lead' },
      { status: 'contacted', at: 'lead', stage: 'lead' },
      { status: 'qualified', at: 'lead', stage: 'qualified' },
      { status: 'qualified', at: 'showing', stage: 'showing' },
      { status: 'negotiation', at: 'showing', stage: 'offer' },
      { status: 'converted', at: 'offer', stage: 'closed' },
      { status: 'lost', at: 'offer', stage: 'offer' },
      { status: 'contacted', at: 'offer', stage: 'lead' },
    ] as { status: LeadStatus; at: string | null; stage: string }[])
    .run(({ assert }, { status, at, stage }) => {
      assert.equal(stageFor(status, stages, at)?.id, stage)
    })

  test('is none where the agency has none', ({ assert }) => {
    assert.isNull(stageFor('new', []))
  })
})
