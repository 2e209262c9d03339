import type { SizeUnit, Sort } from './parsed.ts'

export type Bound = 'min' | 'max' | 'around' | 'between'

/** What a number counts. */
export type Unit =
  | { of: 'beds' | 'baths' }
  | { of: 'area'; unit: SizeUnit; factor: number }
  | { of: 'month' | 'week' }
  /** What is no filter: floors, minutes, cars. */
  | { of: 'other' }

/** What some words mean by themselves. */
export type Meaning =
  | { kind: 'deal'; value: 'sale' | 'rent' }
  /** A penthouse is an apartment, but not any: the word is `kept` in the rest. */
  | { kind: 'type'; values: string[]; beds?: number; kept?: boolean }
  | { kind: 'feature'; value: string }
  | { kind: 'place'; values: string[] }
  | { kind: 'sort'; value: Sort }
  /** "Over" is strict for what is counted; "from" says nothing without a number; "or more" follows it. */
  | { kind: 'bound'; value: Bound; isStrict?: boolean; isQuiet?: boolean; isAfter?: boolean }
  | { kind: 'number'; value: number }
  | { kind: 'half' }
  | { kind: 'scale'; value: number }
  /** "R" is money only before a number. */
  | { kind: 'currency'; value: string; isBefore?: boolean }
  | { kind: 'unit'; unit: Unit }
  /** The word "price": whatever number follows is one. */
  | { kind: 'price' }
  /** A word that makes the number after it no filter: a deposit. */
  | { kind: 'aside' }
  /** A state or country: says nothing beside a place. */
  | { kind: 'region' }
  /** "No" refuses what follows, "not needed" what it comes after. */
  | { kind: 'not'; isAfter?: boolean }
  /** What follows "near" is where a home is, not what. */
  | { kind: 'noise'; isNear?: boolean }
  | { kind: 'to' | 'slash' | 'comma' | 'or' | 'plus' | 'word' }

export type Kind = Meaning['kind']

/** A meaning and the tokens that carry it, the end not included. */
export type Item = Meaning & { from: number; to: number }
