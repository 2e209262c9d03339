/** Words for a feature, by its key; plurals come by themselves. */
export const FEATURE_WORDS: Record<string, string> = {
  air_conditioning:
    'air conditioning, air conditioned, air conditioner, air con, aircon, ac, a/c, central air, central ac',
  backup_power: `backup power, back up power, power backup, power back up, inverter, generator, genset, ups,
    standby generator, battery backup`,
  balcony: 'balcony, balconies, veranda, verandah, deck',
  basement: 'basement, finished basement, cellar',
  borehole: 'borehole, bore hole, borewell, bore well, own borehole, well point',
  clubhouse: 'clubhouse, club house',
  fireplace: 'fireplace, fire place, wood burning stove',
  furnished: 'furnished, fully furnished, full furnished, furnished well',
  garage: `garage, double garage, single garage, 2 car garage, two car garage, 3 car garage, three car garage,
    1 car garage, attached garage, lock up garage, lockup garage, double lock up garage, double lockup garage, lock up, carport`,
  garden:
    'garden, yard, back yard, backyard, front yard, fenced yard, lawn, big yard, big garden, large garden',
  gated: `gated, gate, gated community, gated complex, gated society, gated estate, electric gate, secure complex,
    gated and guarded`,
  gym: 'gym, gymnasium, fitness centre, fitness center, fitness room',
  lift: 'lift, elevator',
  parking: `parking, car parking, covered parking, car park, parking space, parking spot, parking bay, off street parking,
    reserved parking, parking place`,
  pets_welcome: `pets welcome, pet friendly, pets allowed, pets ok, pets okay, pet ok, allows pets, dog friendly, cat friendly,
    dogs allowed, dog allowed, pets are allowed, pets are ok, accepts pets, cats allowed, pets permitted,
    pets, dog ok, cat ok, dogs okay, cats okay, cats and dogs ok`,
  pool: 'pool, swimming pool, swimmingpool, infinity pool, plunge pool',
  renovated: `renovated, newly renovated, recently renovated, remodeled, remodelled, refurbished, updated, modernised,
    modernized, newly remodeled`,
  security:
    'security, security guard, 24 hour security, 24 hr security, 24x7 security, 24/7 security, cctv, alarm, alarm system',
  solar: 'solar, solar panel, solar power, solar system, solar powered',
  staff_quarters: `staff quarters, servant quarters, servants quarters, servant room, servants room, maid room, maids room,
    maid's room, domestic quarters, domestic worker quarters, dq, helper room, boys kaya, boys quarters, maid quarters, staff accommodation`,
  view: `view, nice view, great view, good view, lake view, mountain view, city view, water view, sea view, river view, hill view,
    ocean view, valley view, golf view, views of the lake`,
  waterfront:
    'waterfront, water front, on the water, lakefront, lake front, riverfront, beachfront, oceanfront, waterside',
}
