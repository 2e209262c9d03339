import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type Listing from '../../models/listing.ts'

type Listings = ModelQueryBuilderContract<typeof Listing>

/** Where an address may not be shown, a text says the locality instead of the street, with or without the number. */
const discreet = (
  column: string
) => String.raw`case when not listings.hides_address then ${column} else coalesce(
  (select regexp_replace(${column},
            case when length(street.name) > 4 then '(\d+[a-z]{0,1},{0,1}\s+){0,1}' || ${literal('street.name')}
                 else ${literal(`home.address ->> 'line'`)} end,
            replace(coalesce(home.locality, home.city, listings.reference), '\', '\\'), 'gi')
     from properties as home
    cross join lateral (select regexp_replace(home.address ->> 'line', '^\s*\d+[a-z]{0,1},{0,1}\s+', '', 'i') as name) as street
    where home.id = listings.property_id and home.address ->> 'line' <> ''), ${column}) end`

/** As a pattern that matches these very words. */
function literal(text: string): string {
  return String.raw`regexp_replace(${text}, '([^[:alnum:][:space:]])', '\\\1', 'g')`
}

/** What visitors read as the title. */
export const PUBLIC_TITLE = discreet('listings.title')

/** Listings whose words name no street that may not be shown. */
export function discreetly(query: Listings): Listings {
  const description = discreet('listings.description')
  return query
    .select('listings.*')
    .select(query.client.raw(`${PUBLIC_TITLE} as title, ${description} as description`))
}
