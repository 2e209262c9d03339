import { BaseSchema } from '@adonisjs/lucid/schema'

/** Places that the market does not bring, and the agency knows. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table listing_places (
      id uuid primary key default uuidv7(),
      name text not null constraint listing_places_name_present check (length(btrim(name)) between 1 and 80),
      also text[] not null default '{}',
      city text,
      latitude double precision constraint listing_places_latitude_sound check (latitude between -90 and 90),
      longitude double precision constraint listing_places_longitude_sound check (longitude between -180 and 180),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_places_place_whole check ((latitude is null) = (longitude is null)))`)
    this.schema.raw(`create unique index listing_places_name_key on listing_places (lower(name))`)
  }
}
