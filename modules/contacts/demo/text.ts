import type { Chance } from '#kernel/demo/chance'

/** One entry per line; lets long lists of phrases stay readable. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** One entry per comma. */
export function words(text: string): string[] {
  return lines(text.replaceAll(',', '\n'))
}

export type Slots = Record<string, string | readonly string[]>

/** Puts a slot's value, or one of its values, where the template says `{slot}`. */
export function fill(template: string, slots: Slots, chance: Chance): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name]
    if (value === undefined) throw new Error(`No slot "${name}" for "${template}"`)
    return typeof value === 'string' ? value : chance.pick(value)
  })
}

/** Letters that no mark can be taken off. */
const unmarked: Record<string, string> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', þ: 'th' }

/** Lower-case ASCII, fit for an e-mail address: "Åsa Núñez" becomes "asa.nunez". */
export function addressable(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðøłþ]/g, (letter) => unmarked[letter])
    .replaceAll(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
}
