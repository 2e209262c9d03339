import vine from '@vinejs/vine'
import { line } from '#app/records'
import { connectionKinds } from '../models/lead_connection.ts'

const secret = () => vine.string().trim().maxLength(500).optional()

/** A new door for leads; Facebook's needs what its app and page are known by. */
export const sourceValidator = vine.create({
  kind: vine.enum(connectionKinds),
  name: line(100),
  appSecret: secret().requiredWhen('kind', '=', 'facebook'),
  pageToken: secret().requiredWhen('kind', '=', 'facebook'),
})
