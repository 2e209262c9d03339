const DISTANCE = `2 * 6371 * asin(sqrt(least(1, sin(radians(property.latitude - search.latitude) / 2) ^ 2
  + cos(radians(search.latitude)) * cos(radians(property.latitude)) * sin(radians(property.longitude - search.longitude) / 2) ^ 2)))`

const SIZE = `coalesce(property.size_sqm, property.plot_value * case property.plot_unit when 'sqft' then 0.09290304
  when 'acre' then 4046.8564224 when 'hectare' then 10000 else 1 end)`

/** Whether `listing` with its `property` is what `search` asks for: one condition for all of them. */
export const FITS = `
      (search.deal_type is null or search.deal_type = listing.deal_type)
  and (search.types is null or property.type = any(search.types))
  and (search.localities is null or lower(property.locality) = any(search.localities))
  and (search.city is null or lower(property.city) = search.city)
  and (search.beds_min is null or property.beds >= search.beds_min)
  and (search.beds_max is null or property.beds <= search.beds_max)
  and (search.baths_min is null or property.baths >= search.baths_min)
  and (search.price_min_minor is null or listing.price_minor >= search.price_min_minor)
  and (search.price_max_minor is null or listing.price_minor <= search.price_max_minor)
  and (search.currency is null or search.currency = listing.currency)
  and (search.size_min_sqm is null or ${SIZE} >= search.size_min_sqm)
  and (search.size_max_sqm is null or ${SIZE} <= search.size_max_sqm)
  and (search.features is null or property.features @> search.features)
  and (search.words is null or not exists (select from unnest(search.words) as word
        where position(word in concat_ws(' ', listing.search_text, property.search_text, lower(listing.description))) = 0))
  and (search.kilometres is null or ${DISTANCE} <= search.kilometres)
  and (search.area is null or search.area @> point(property.longitude, property.latitude))`
