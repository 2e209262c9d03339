import { BaseSchema } from '@adonisjs/lucid/schema'

/** What must not be overlooked stays at the top of a record's story. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table timeline_entries add column pinned_at timestamptz`)
    this.schema.raw(
      `create index timeline_entries_pinned_index on timeline_entries (subject_type, subject_id, pinned_at desc) where pinned_at is not null and deleted_at is null`
    )
  }
}
