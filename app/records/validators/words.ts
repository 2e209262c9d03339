import vine, { type VineNumber, type VineString } from '@vinejs/vine'

/** Characters that no keyboard types and no database keeps: the null byte and its like. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

const withoutControls = vine.createRule((value, _options, field) => {
  if (typeof value === 'string') field.mutate(value.replaceAll(CONTROLS, ''), field)
})

const inOneLine = vine.createRule((value, _options, field) => {
  if (typeof value === 'string') field.mutate(value.replaceAll(/\s+/g, ' ').trim(), field)
})

/** Nothing but marks that nobody sees is as good as nothing. */
const visible = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && !/[^\s\p{Cf}\p{Cc}]/u.test(value))
    field.report('Enter some visible text', 'visible', field)
})

/** Words in one line, such as a name. */
export function line(max: number): VineString {
  return vine.string().use(withoutControls()).use(inOneLine()).use(visible()).maxLength(max)
}

/** A text of any number of lines. */
export function prose(max: number): VineString {
  return vine.string().use(withoutControls()).trim().maxLength(max)
}

/** What people type to search: never an error, whatever it is. */
export function searchWords(typed: unknown): string {
  if (typeof typed !== 'string') return ''
  return typed.replaceAll(CONTROLS, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 200)
}

const GROUPED = /^\d{1,3}([ ,]\d{2,3})+(\.\d+)?$/

/** A number as people write large ones, too: 1,940 and 12,50,000. */
export function figure(): VineNumber {
  return vine.number().parse((value) => {
    const isGrouped = typeof value === 'string' && GROUPED.test(value.trim())
    return isGrouped ? value.replaceAll(/[ ,]/g, '') : value
  })
}
