import { unitSql } from '#kernel/tenancy/sql'
import { bringsLists } from '#tests/support/brings_lists'
import desk from '../imports/import_desk.ts'
import { ImportSteps } from '../imports/import_steps.ts'
import { RehearsalSteps } from '../imports/rehearsal_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'
import { ContactsWorkspace } from './workspace.ts'

export interface ListedContact {
  id: string
  name: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
  job_title: string | null
  city: string | null
  kinds: string[]
  tag_names: string[]
  consent: Record<string, { state: string; how: string | null }>
  custom: Record<string, unknown>
  owner_id: string | null
  primary_phone: string | null
  primary_email: string | null
  import_id: string | null
  version: number
  phones: string[]
  emails: string[]
  notes: string[]
}

const ListWorkspace = bringsLists(ContactsWorkspace, {
  desk,
  fileName: 'list.csv',
  rehearse: (run) => new RehearsalSteps(run),
  import: (run) => new ImportSteps(run),
  undo: () => new UndoSteps(),
})

/** An agency to which people bring lists. */
export class ImportWorkspace extends ListWorkspace {
  /** All contacts that are not deleted, by name. */
  contacts(): Promise<ListedContact[]> {
    return this.inUnit(async () => {
      const { rows } = await unitSql<ListedContact>(
        `select c.*,
           array(select value from contact_points where contact_id = c.id and kind = 'phone' order by position, id) as phones,
           array(select value from contact_points where contact_id = c.id and kind = 'email' order by position, id) as emails,
           array(select details from timeline_entries where subject_id = c.id and kind = 'note' and deleted_at is null order by id) as notes
         from contacts c where deleted_at is null order by lower(name), id`
      )
      return rows
    })
  }
}
