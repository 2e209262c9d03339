import vine from '@vinejs/vine'
import { emailField, passwordField, personName } from '#app/identity'
import { moduleNames } from '#kernel/modules/module_registry'

export const signUpValidator = vine.create({
  agency: vine.string().trim().minLength(2).maxLength(120),
  slug: vine.string().trim().toLowerCase().maxLength(253),
  market: vine.enum(['US', 'ZW', 'IN'] as const),
  name: personName(),
  email: emailField(),
  password: passwordField(),
  /** The form showed modules to choose from: none chosen then means none. */
  modulesOffered: vine.boolean().optional(),
  modules: vine.array(vine.string().in([...moduleNames])).optional(),
})
