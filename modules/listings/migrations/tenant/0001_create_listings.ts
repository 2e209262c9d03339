import { BaseSchema } from '@adonisjs/lucid/schema'

/** Properties, and apart from them the listings under which they are for sale or rent. */
export default class extends BaseSchema {
  async up() {
    this.#categories()
    this.#properties()
    this.#listings()
    this.#listingIndexes()
    this.#prices()
    this.#media()
  }

  #categories() {
    this.schema.raw(`create table listing_categories (
      id uuid primary key default uuidv7(),
      name text not null,
      position integer not null default 0,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_categories_name_present check (length(btrim(name)) between 1 and 60))`)
    this.schema.raw(
      `create unique index listing_categories_name_key on listing_categories (lower(name))`
    )
    this.schema.raw(`create table listing_rules (
      id integer primary key default 1 constraint listing_rules_only_one check (id = 1),
      fresh_days integer not null default 30 constraint listing_rules_fresh_days_sound check (fresh_days between 1 and 365),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
  }

  #properties() {
    this.schema.raw(`create table properties (
      id uuid primary key default uuidv7(),
      type text not null constraint properties_type_known check (type in ('house','apartment','townhouse','duplex','villa','cottage','land','farm','office','retail','industrial','other')),
      address jsonb not null default '{}',
      locality text,
      city text,
      postcode text,
      latitude double precision constraint properties_latitude_sound check (latitude between -90 and 90),
      longitude double precision constraint properties_longitude_sound check (longitude between -180 and 180),
      size_value double precision constraint properties_size_value_positive check (size_value > 0),
      size_unit text constraint properties_size_unit_known check (size_unit in ('sqm','sqft')),
      plot_value double precision constraint properties_plot_value_positive check (plot_value > 0),
      plot_unit text constraint properties_plot_unit_known check (plot_unit in ('sqm','sqft','acre','hectare')),
      beds integer constraint properties_beds_sound check (beds between 0 and 999),
      baths double precision constraint properties_baths_sound check (baths between 0 and 999),
      year_built integer constraint properties_year_built_sound check (year_built between 1500 and 2200),
      features text[] not null default '{}',
      owner_contact_id uuid constraint properties_owner_contact_id_foreign references contacts (id) on delete set null,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      size_sqm double precision generated always as (size_value * case size_unit when 'sqft' then 0.09290304 else 1 end) stored,
      search_text text generated always as (lower(coalesce(address ->> 'line', '') || ' ' || coalesce(address ->> 'unit', '') || ' ' || coalesce(locality, '') || ' ' || coalesce(city, '') || ' ' || coalesce(postcode, ''))) stored,
      constraint properties_place_whole check ((latitude is null) = (longitude is null)),
      constraint properties_size_whole check ((size_value is null) = (size_unit is null)),
      constraint properties_plot_whole check ((plot_value is null) = (plot_unit is null)))`)
    this.schema.raw(
      `create index properties_place_index on properties (latitude, longitude) where latitude is not null`
    )
    this.schema.raw(`create index properties_type_index on properties (type)`)
    this.schema.raw(`create index properties_locality_index on properties (lower(locality))`)
    this.schema.raw(`create index properties_city_index on properties (city)`)
    this.schema.raw(`create index properties_size_sqm_index on properties (size_sqm)`)
    this.schema.raw(`create index properties_features_index on properties using gin (features)`)
    this.schema.raw(
      `create index properties_owner_contact_id_index on properties (owner_contact_id) where owner_contact_id is not null`
    )
    this.schema.raw(
      `create index properties_search_text_index on properties using gin (search_text ext.gin_trgm_ops)`
    )
  }

  #listings() {
    this.schema.raw(`create table listings (
      id uuid primary key default uuidv7(),
      property_id uuid not null constraint listings_property_id_foreign references properties (id),
      reference text not null constraint listings_reference_key unique,
      title text not null,
      description text,
      deal_type text not null constraint listings_deal_type_known check (deal_type in ('sale','rent')),
      price_minor bigint constraint listings_price_minor_sound check (price_minor >= 0),
      currency char(3) not null,
      rent_period text constraint listings_rent_period_known check (rent_period in ('day','week','month','year')),
      status text not null default 'draft' constraint listings_status_known check (status in ('draft','pending_review','active','paused','under_offer','closed','expired','withdrawn')),
      visibility text not null default 'public' constraint listings_visibility_known check (visibility in ('public','private','exclusive')),
      owner_id uuid,
      team_id uuid,
      category_id uuid constraint listings_category_id_foreign references listing_categories (id),
      authority_kind text constraint listings_authority_kind_known check (authority_kind in ('sole','joint','open')),
      authority_from date,
      authority_until date,
      commission_percent double precision constraint listings_commission_percent_sound check (commission_percent between 0 and 100),
      commission_terms text,
      quality_score integer not null default 0 constraint listings_quality_score_sound check (quality_score between 0 and 100),
      fresh_until date,
      owner_verified_at timestamptz,
      owner_verified_by uuid,
      property_verified_at timestamptz,
      property_verified_by uuid,
      activated_at timestamptz,
      closed_as text constraint listings_closed_as_known check (closed_as in ('sold','rented')),
      closed_on date,
      closed_price_minor bigint constraint listings_closed_price_minor_sound check (closed_price_minor >= 0),
      tag_names text[] not null default '{}',
      last_touched_at timestamptz,
      next_action_on date,
      custom jsonb not null default '{}',
      version integer not null default 1,
      deleted_at timestamptz,
      deleted_by uuid,
      created_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      search_text text generated always as (lower(reference || ' ' || title)) stored,
      constraint listings_title_present check (length(btrim(title)) between 1 and 200),
      constraint listings_rent_period_fits check ((deal_type = 'rent') = (rent_period is not null)),
      constraint listings_authority_in_order check (authority_until >= authority_from),
      constraint listings_closed_whole check ((status = 'closed') = (closed_as is not null)))`)
  }

  #listingIndexes() {
    const kept: Record<string, string> = {
      property_id: 'property_id',
      created_at: 'created_at, id',
      title: 'lower(title), id',
      price: `coalesce(price_minor, -1), id`,
      deal_price: 'deal_type, price_minor, id',
      status: 'status, created_at, id',
      owner_id: 'owner_id, created_at, id',
      team_id: 'team_id',
      category_id: 'category_id',
      quality: 'quality_score, id',
      authority: `coalesce(authority_until, 'infinity'::date), id`,
    }
    for (const [name, columns] of Object.entries(kept))
      this.schema.raw(
        `create index listings_${name}_index on listings (${columns}) where deleted_at is null`
      )
    this.schema.raw(
      `create index listings_running_out_index on listings (authority_until) where deleted_at is null and status = 'active'`
    )
    this.schema.raw(
      `create index listings_fresh_until_index on listings (fresh_until) where deleted_at is null and status = 'active'`
    )
    this.schema.raw(
      `create index listings_deleted_at_index on listings (deleted_at) where deleted_at is not null`
    )
    this.schema.raw(`create index listings_tag_names_index on listings using gin (tag_names)`)
    this.schema.raw(
      `create index listings_custom_index on listings using gin (custom jsonb_path_ops)`
    )
    this.schema.raw(
      `create index listings_search_text_index on listings using gin (search_text ext.gin_trgm_ops)`
    )
  }

  #prices() {
    this.schema.raw(`create table listing_prices (
      id uuid primary key default uuidv7(),
      listing_id uuid not null constraint listing_prices_listing_id_foreign references listings (id),
      price_minor bigint not null,
      currency char(3) not null,
      rent_period text constraint listing_prices_rent_period_known check (rent_period in ('day','week','month','year')),
      reason text,
      actor_id uuid,
      actor_name text,
      created_at timestamptz not null default now())`)
    this.schema.raw(
      `create index listing_prices_listing_id_index on listing_prices (listing_id, created_at, id)`
    )
  }

  #media() {
    this.schema.raw(`create table listing_media (
      id uuid primary key default uuidv7(),
      listing_id uuid not null constraint listing_media_listing_id_foreign references listings (id),
      kind text not null default 'photo' constraint listing_media_kind_known check (kind in ('photo','floorplan','pdf','tour360')),
      file_id uuid,
      position integer not null default 0,
      is_cover boolean not null default false,
      caption text,
      moderation text not null default 'uploaded' constraint listing_media_moderation_known check (moderation in ('uploaded','processing','approved','rejected')),
      moderation_reason text,
      sha256 text,
      width integer,
      height integer,
      created_by uuid,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index listing_media_listing_id_index on listing_media (listing_id, position, id)`
    )
    this.schema.raw(
      `create unique index listing_media_cover_key on listing_media (listing_id) where is_cover`
    )
    this.schema.raw(
      `create index listing_media_file_id_index on listing_media (file_id) where file_id is not null`
    )
  }
}
