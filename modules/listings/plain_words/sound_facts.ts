import { MOST_ROOMS } from './rooms.ts'

export function isOneOf(words: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && words.includes(value)
}

/** A list, not empty, of different keys that are known. */
export function isTermOf(value: unknown, terms: { key: string }[]): boolean {
  if (!Array.isArray(value) || value.length === 0) return false
  const keys = new Set(terms.map(({ key }) => key))
  return new Set(value).size === value.length && value.every((key) => keys.has(key as string))
}

export function isRooms(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_ROOMS
}

export function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= Number.MAX_SAFE_INTEGER
}

export function isWholeAmount(value: unknown): boolean {
  return isAmount(value) && Number.isSafeInteger(value)
}
