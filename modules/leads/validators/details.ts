import vine from '@vinejs/vine'

/** How contact details of leads are kept. */
export const detailsValidator = vine.create({
  detailsHidden: vine.boolean().optional(),
  revealsADay: vine.number().withoutDecimals().range([1, 1000]),
  revealPause: vine.number().withoutDecimals().range([0, 3600]),
  version: vine.number().withoutDecimals().range([1, 2_147_483_647]),
})
