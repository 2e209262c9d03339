import type { HttpContext } from '@adonisjs/core/http'
import { knownTags } from './queries/known_tags.ts'
import type { RecordSubject, SubjectRecord } from './subject.ts'

export interface TagsView {
  names: string[]
  url: string
  mayWrite: boolean
  /** Tags that others used before, to choose from. */
  suggestions: string[]
}

/** What the partial with a record's tags shows. */
export async function tagsView(
  { staff }: HttpContext,
  subject: RecordSubject,
  { record, names }: { record: SubjectRecord; names: string[] }
): Promise<TagsView> {
  const mayWrite = staff.actor.reaches(subject.permissions.update, record)
  return {
    names,
    mayWrite,
    url: `/app/${subject.room}/${record.id}/tags`,
    suggestions: mayWrite ? await knownTags() : [],
  }
}
