import { unitSql } from '#kernel/tenancy/sql'
import { bringsLists } from '#tests/support/brings_lists'
import desk from '../imports/import_desk.ts'
import { ImportSteps, RehearsalSteps } from '../imports/import_steps.ts'
import { UndoSteps } from '../imports/undo_steps.ts'
import { ListingsWorkspace } from './workspace.ts'

export interface StoredListing {
  id: string
  reference: string
  title: string
  status: string
  price_minor: number | null
  beds: number | null
  size_value: number | null
  size_unit: string | null
  city: string | null
  features: string[]
  owner_id: string | null
  owner_name: string | null
  deal_type: string
  type: string
  version: number
}

const ListWorkspace = bringsLists(ListingsWorkspace, {
  desk,
  fileName: 'stock.csv',
  rehearse: (run) => new RehearsalSteps(run),
  import: (run) => new ImportSteps(run),
  undo: () => new UndoSteps(),
})

/** An agency to which people bring lists of listings. */
export class ListingImportWorkspace extends ListWorkspace {
  /** All listings that are not deleted, by title. */
  stock(): Promise<StoredListing[]> {
    return this.inUnit(async () => {
      const { rows } = await unitSql<StoredListing>(
        `select l.*, p.type, p.beds, p.size_value, p.size_unit, p.city, p.features, c.name as owner_name
           from listings l join properties p on p.id = l.property_id left join contacts c on c.id = p.owner_contact_id
          where l.deleted_at is null order by l.title, l.id`
      )
      return rows
    })
  }
}
