import type { ApiDescription } from '#kernel/modules/api_description'
import { entrySchema } from './api_entry.ts'
import type { RecordSubject } from './subject.ts'
import { apiEntryValidator, addedTagsValidator, timelineQuestion } from './validators/api_entry.ts'

type Described = Pick<RecordSubject, 'room' | 'permissions'>

/** What the document says of the routes that `drawRecordApi` draws. */
export function describeRecordApi(subject: Described): ApiDescription {
  return {
    schemas: { TimelineEntry: entrySchema, Tags: tagsSchema },
    operations: { ...timelineOf(subject), ...tagsOf(subject) },
  }
}

function timelineOf({ room, permissions }: Described): ApiDescription['operations'] {
  return {
    [`${room}.timeline.index`]: {
      summary: 'records.api.timeline',
      permission: permissions.view,
      query: timelineQuestion,
      answer: 'TimelineEntry',
      paged: true,
    },
    [`${room}.timeline.store`]: {
      summary: 'records.api.write',
      permission: permissions.update,
      body: apiEntryValidator,
      status: 201,
      answer: 'TimelineEntry',
    },
  }
}

function tagsOf({ room, permissions }: Described): ApiDescription['operations'] {
  const { update: permission } = permissions
  return {
    [`${room}.tags.store`]: {
      summary: 'records.api.tag',
      permission,
      body: addedTagsValidator,
      answer: 'Tags',
    },
    [`${room}.tags.destroy`]: { summary: 'records.api.untag', permission, status: 204 },
  }
}

const tagsSchema = {
  type: 'object',
  required: ['tags'],
  properties: { tags: { type: 'array', items: { type: 'string' } } },
}
