import vine from '@vinejs/vine'
import { isCommonPassword } from '../actions/passwords.ts'

/** Refuses the passwords that everybody tries first. */
const notCommon = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && isCommonPassword(value)) {
    field.report('This password is one of the most used ones. Choose another.', 'notCommon', field)
  }
})

export const emailField = () => vine.string().trim().toLowerCase().email().maxLength(254)
export const passwordField = () => vine.string().minLength(10).maxLength(200).use(notCommon())
export const personName = () => vine.string().trim().minLength(1).maxLength(120)

export const signInValidator = vine.create({
  email: emailField(),
  password: vine.string().maxLength(200),
  next: vine.string().trim().maxLength(2000).optional(),
})

export const forgottenValidator = vine.create({ email: emailField() })

export const newPasswordValidator = vine.create({ password: passwordField() })
