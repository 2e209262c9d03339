import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import ContactScore from '../models/contact_score.ts'

/** Notes how likely somebody is to recommend the agency. */
export async function scoreContact(
  contactId: string,
  { score, comment }: { score: number; comment?: string | null }
): Promise<void> {
  const { id, name } = currentActor()
  await ContactScore.create({
    ...{ contactId, score, comment: comment ?? null },
    ...{ authorId: id, authorName: name },
  })
  await renewAverages([contactId])
}

export async function forgetScore(score: ContactScore): Promise<void> {
  await score.softDelete()
  await renewAverages([score.contactId])
}

export async function restoreScore(score: ContactScore): Promise<void> {
  await score.restore()
  await renewAverages([score.contactId])
}

/** The copies by which the list is narrowed. */
export async function renewAverages(contactIds: string[]): Promise<void> {
  await unitSql(
    `update contacts set score_average = (
       select avg(score) from contact_scores where contact_id = contacts.id and deleted_at is null)
      where id = any(?::uuid[])`,
    [contactIds]
  )
}
