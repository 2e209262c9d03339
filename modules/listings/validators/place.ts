import vine from '@vinejs/vine'
import { line } from '#app/records'

export const placeValidator = vine.create({
  // A comma parts places in the address of the list.
  name: line(80).regex(/^[^,]+$/),
  also: vine.array(line(400).nullable()).maxLength(20).optional(),
  city: line(80).optional(),
  latitude: vine.number().range([-90, 90]).optional().requiredIfExists('longitude'),
  longitude: vine.number().range([-180, 180]).optional().requiredIfExists('latitude'),
  version: vine.number().positive().withoutDecimals().optional(),
})
