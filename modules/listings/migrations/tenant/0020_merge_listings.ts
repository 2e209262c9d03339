import { BaseSchema } from '@adonisjs/lucid/schema'

/** Ways to write the same street: the first is what addresses are compared by. */
const streets = {
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  dr: 'drive',
  ln: 'lane',
  ct: 'court',
  pl: 'place',
  blvd: 'boulevard',
}

/** Listings that may be the same, those that were merged, and what it takes to part them again. */
export default class extends BaseSchema {
  async up() {
    this.#comparable()
    this.#merged()
    this.#pairs()
    this.#merges()
  }

  /** As `addressKey` in address_key.ts writes it of what is typed. */
  #comparable() {
    const unit = `regexp_replace(${plain('unit')}, '^(apartment|apt|unit|flat|suite|ste|no)', '')`
    this.schema.raw(
      `alter table properties add column address_key text
         generated always as (nullif(${plain('line')}, '') || '|' || ${unit}) stored`
    )
    this.schema.raw(
      `create index properties_address_key_index on properties (address_key) where address_key is not null`
    )
  }

  #merged() {
    this.schema.raw(
      `alter table listings add column merged_into uuid constraint listings_merged_into_foreign references listings (id)`
    )
    this.schema.raw(
      `create index listings_merged_into_index on listings (merged_into) where merged_into is not null`
    )
  }

  #pairs() {
    this.schema.raw(`create table listing_pairs (
      id uuid primary key default uuidv7(),
      first_id uuid not null constraint listing_pairs_first_id_foreign references listings (id),
      second_id uuid not null constraint listing_pairs_second_id_foreign references listings (id),
      reasons text[] not null constraint listing_pairs_reasons_known check (reasons <@ array['property','address','place']),
      state text not null default 'open' constraint listing_pairs_state_known check (state in ('open','dismissed')),
      dismissed_by uuid,
      dismissed_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_pairs_in_order check (first_id < second_id),
      constraint listing_pairs_both_key unique (first_id, second_id))`)
    this.schema.raw(
      `create index listing_pairs_open_index on listing_pairs (id) where state = 'open'`
    )
    this.schema.raw(`create index listing_pairs_second_id_index on listing_pairs (second_id)`)
  }

  #merges() {
    this.schema.raw(`create table listing_merges (
      id uuid primary key default uuidv7(),
      survivor_id uuid not null constraint listing_merges_survivor_id_foreign references listings (id),
      merged_id uuid not null constraint listing_merges_merged_id_foreign references listings (id),
      merged_title text not null,
      before jsonb not null,
      after jsonb not null,
      added_tags text[] not null default '{}',
      author_id uuid,
      author_name text,
      undone_at timestamptz,
      undone_by uuid,
      kept text[] not null default '{}',
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index listing_merges_survivor_id_index on listing_merges (survivor_id, id)`
    )
    this.schema.raw(`create index listing_merges_merged_id_index on listing_merges (merged_id)`)
    this.schema.raw(`create table listing_moves (
      id uuid primary key default uuidv7(),
      merge_id uuid not null constraint listing_moves_merge_id_foreign references listing_merges (id),
      kind text not null constraint listing_moves_kind_known check (kind in ('media','price')),
      row_id uuid not null,
      position integer,
      is_cover boolean,
      created_at timestamptz not null default now())`)
    this.schema.raw(`create index listing_moves_merge_id_index on listing_moves (merge_id, kind)`)
  }
}

/** A part of the address without what people write now one way, now another. */
function plain(part: 'line' | 'unit'): string {
  const lower = `lower(coalesce(address ->> '${part}', ''))`
  const short = Object.entries(streets).reduce(
    (sql, [to, from]) => `regexp_replace(${sql}, '\\m${from}\\M', '${to}', 'g')`,
    lower
  )
  return `regexp_replace(${short}, '[[:space:][:punct:]]+', '', 'g')`
}
