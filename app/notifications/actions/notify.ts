import { moduleNames } from '#kernel/modules/module_registry'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { NotificationFacts } from '../models/notification.ts'

export interface Notice {
  /** Members' ids. Those who no longer work here are passed over. */
  to: readonly string[]
  /** i18n key of the sentence, which begins with the name of the module that says it. */
  kind: string
  /** What fills the sentence, and as little as can be: no more than names of colleagues and counts. */
  facts?: NotificationFacts
  /** Where it leads: a path inside the workspace. */
  path: string
  /** Where the sentence is the host's, and the matter a module's. */
  module?: string
  /** What it is about: named to those who can see it when they look, and to nobody else. */
  subject?: { type: string; id: string }
  /** Whoever acts hears of it, too: it is about work of theirs that went on by itself. */
  alsoToActor?: true
}

/**
 * Tells members something, in the open unit: it is written once if the unit commits, and not at
 * all if it does not. Call it where the deed is done, or in a listener of kind `unit`. Nobody is
 * told of what they did themselves.
 */
export async function notify(notices: readonly Notice[]): Promise<void> {
  const rows = notices.flatMap(rowsOf)
  if (rows.length === 0) return
  await unitSql(
    `insert into notifications (member_id, kind, facts, path, module, subject_type, subject_id)
     select members.id, kind, facts, path, module, subject_type, subject_id
       from jsonb_to_recordset(?::jsonb) as told (member_id uuid, kind text, facts jsonb, path text, module text, subject_type text, subject_id uuid)
       join members on members.id = told.member_id and members.state = 'active'`,
    [JSON.stringify(rows)]
  )
}

/** What is about these no longer concerns anybody. */
export async function withdraw(subjectType: string, subjectIds: readonly string[]): Promise<void> {
  await unitSql(
    'delete from notifications where subject_type = ? and subject_id = any(?::uuid[])',
    [subjectType, subjectIds]
  )
}

function rowsOf({ to, kind, facts = {}, path, module, subject, alsoToActor }: Notice) {
  const mine = currentActor().id
  const hearers = [...new Set(to)].filter((id) => alsoToActor || id !== mine)
  const [teller] = kind.split('.')
  return hearers.map((memberId) => ({
    member_id: memberId,
    ...{ kind, facts, path },
    module: module ?? (moduleNames.includes(teller) ? teller : null),
    subject_type: subject?.type,
    subject_id: subject?.id,
  }))
}
