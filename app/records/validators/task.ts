import vine from '@vinejs/vine'
import { line, prose } from './words.ts'

const asked = {
  title: line(200),
  details: prose(4000).optional(),
  dueOn: vine.string().day().optional().requiredIfExists('dueTime'),
  dueTime: vine
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  assignee: line(60).optional(),
}

export const newTaskValidator = vine.create({
  ...asked,
  subjectType: line(40).optional().requiredIfExists('subjectId'),
  subjectId: vine.string().uuid().optional().requiredIfExists('subjectType'),
})

export const taskValidator = vine.create({
  ...asked,
  version: vine.number().positive().withoutDecimals(),
})
