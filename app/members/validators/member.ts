import vine from '@vinejs/vine'
import { emailField, passwordField, personName } from '#app/identity'
import { reaches } from '../permission_table.ts'
import { staffRoles, teamRoles } from '../roles.ts'

const version = () => vine.number().positive().withoutDecimals().max(2_147_483_647)
const city = () => vine.string().trim().maxLength(120).nullable().optional()

export const memberValidator = vine.create({
  role: vine.enum(staffRoles),
  teamId: vine.string().uuid().nullable().optional(),
  teamRole: vine.enum(teamRoles).nullable().optional(),
  city: city(),
  version: version(),
})

export const invitationValidator = vine.create({
  name: personName(),
  email: emailField(),
  role: vine.enum(staffRoles),
  teamId: vine.string().uuid().nullable().optional(),
})

export const newcomerValidator = vine.create({ name: personName(), password: passwordField() })

export const returningValidator = vine.create({ password: vine.string().maxLength(200) })

export const teamValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(80),
  city: city(),
})

export const teamChangeValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(80),
  city: city(),
  version: version(),
})

export const teamPlaceValidator = vine.create({
  memberId: vine.string().uuid(),
  teamRole: vine.enum(teamRoles),
})

export const teamRoleValidator = vine.create({ teamRole: vine.enum(teamRoles) })

export const grantsValidator = vine.create({
  reach: vine.record(vine.enum(reaches)),
})

export const railValidator = vine.create({
  shown: vine.array(vine.string().maxLength(60)).maxLength(100).optional(),
})

export const lettersValidator = vine.create({ morning: vine.boolean().optional() })

export const passwordChangeValidator = vine.create({
  current: vine.string().maxLength(200),
  password: passwordField(),
})
