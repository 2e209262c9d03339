import { BaseSchema } from '@adonisjs/lucid/schema'

/** In which status an import left a lead: whoever has taken it further since has worked on it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `alter table lead_import_rows add column status text not null default 'new'
         constraint lead_import_rows_status_known check (status in ('new','contacted','qualified','negotiation','converted','lost'))`
    )
  }
}
