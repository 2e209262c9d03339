import { describeRecordApi } from '#app/records'
import type { ApiDescription } from '#kernel/modules/api_description'
import { leadSchema } from '../../../presenters/api_lead.ts'
import { interestSchema, stageSchema } from '../../../presenters/api_parts.ts'
import { statisticsSchema } from '../../../presenters/api_statistics.ts'
import { leadSubject } from '../../../subject.ts'
import {
  apiAssignmentValidator,
  apiConversionValidator,
  apiInterestValidator,
  apiListingValidator,
  apiPriorityValidator,
  apiStatusValidator,
  leadChangeValidator,
  leadQuestion,
  newLeadValidator,
  statisticsQuestion,
} from '../../../validators/api_lead.ts'
import { checkValidator } from '../../../validators/steps.ts'

const Lead = { answer: 'Lead', versioned: true } as const
const view = { permission: 'leads.view' } as const
const change = { permission: 'leads.update' } as const
const remove = { permission: 'leads.delete' } as const
const records = describeRecordApi(leadSubject)

const description: ApiDescription = {
  schemas: {
    Lead: leadSchema,
    LeadInterest: interestSchema,
    PipelineStage: stageSchema,
    LeadStatistics: statisticsSchema,
    ...records.schemas,
  },
  operations: {
    'leads.index': {
      summary: 'leads.api.index',
      ...view,
      query: leadQuestion,
      answer: 'Lead',
      paged: true,
    },
    'leads.statistics.index': {
      summary: 'leads.api.statistics',
      ...view,
      query: statisticsQuestion,
      answer: 'LeadStatistics',
    },
    'leads.stages.index': {
      summary: 'leads.api.stages',
      ...view,
      answer: 'PipelineStage',
      paged: true,
    },
    'leads.show': { summary: 'leads.api.show', ...view, ...Lead },
    'leads.store': {
      summary: 'leads.api.store',
      permission: 'leads.create',
      body: newLeadValidator([]),
      status: 201,
      ...Lead,
    },
    'leads.update': {
      summary: 'leads.api.update',
      ...change,
      body: leadChangeValidator([]),
      partial: true,
      ifMatch: true,
      ...Lead,
    },
    'leads.destroy': { summary: 'leads.api.destroy', ...remove, status: 204, ifMatch: true },
    'leads.restoration.store': { summary: 'leads.api.restore', ...remove, ...Lead },
    'leads.reveal.store': { summary: 'leads.api.reveal', permission: 'leads.reveal', ...Lead },
    ...steps(),
    ...interests(),
    ...records.operations,
  },
}

function steps(): ApiDescription['operations'] {
  const seen = { ...Lead, ifMatch: true } as const
  const assign = { permission: 'leads.assign', body: apiAssignmentValidator, ...seen }
  const step = { ...change, body: apiStatusValidator, ...seen }
  const convert = { ...change, body: apiConversionValidator, ...seen }
  const draft = { ...change, body: apiListingValidator, ...seen }
  const priority = { ...change, body: apiPriorityValidator, ...Lead }
  const check = { ...change, body: checkValidator, ...Lead }
  return {
    'leads.assignment.update': { summary: 'leads.api.assign', ...assign },
    'leads.status.update': { summary: 'leads.api.step', ...step },
    'leads.conversion.store': { summary: 'leads.api.convert', ...convert },
    'leads.listing.store': { summary: 'leads.api.draft_listing', status: 201, ...draft },
    'leads.priority.update': { summary: 'leads.api.priority', ...priority },
    'leads.checks.update': { summary: 'leads.api.check', ...check },
  }
}

function interests(): ApiDescription['operations'] {
  return {
    'leads.interests.index': {
      summary: 'leads.api.interests',
      ...view,
      answer: 'LeadInterest',
      paged: true,
    },
    'leads.interests.store': {
      summary: 'leads.api.add_interest',
      ...change,
      body: apiInterestValidator,
      status: 201,
      answer: 'LeadInterest',
    },
    'leads.interests.destroy': { summary: 'leads.api.drop_interest', ...change, status: 204 },
  }
}

export default description
