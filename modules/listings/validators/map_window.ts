import vine from '@vinejs/vine'

const latitude = () => vine.number().range([-90, 90])
/** Somebody may drag a map around the world. */
const longitude = () => vine.number().range([-540, 540])

/** The part of the map that is looked at, and from how near. */
export const mapWindowValidator = vine.create(
  vine.object({
    south: latitude(),
    west: longitude(),
    north: latitude(),
    east: longitude(),
    zoom: vine.number().withoutDecimals().range([0, 22]),
  })
)
