import type { Address } from '#kernel/markets/market_pack'
import type { Chance, Weighted } from '#kernel/demo/chance'
import type { ContactKind, InteractionType } from '../drafts.ts'
import type { Topic } from '../stories/scene.ts'

export type Phrases = Record<Topic, string[]>

export interface Money {
  price(chance: Chance): number
  rent(chance: Chance): number
  /** A small sum, such as a repair. */
  amount(chance: Chance): number
  /** To a sum that people would name. */
  rounded(price: number): number
  /** As an agent of this market writes it in a note. */
  write(amount: number): string
}

/** Numbers that no real person answers, or that are plain to see as made up. */
export interface PhoneBlock {
  prefixes: string[]
  first: number
  last: number
}

export interface Area {
  name: string
  postalCode: string | null
}

export interface Names {
  given: string[]
  family: string[]
  /** Whole names that test a layout: very long, with marks, in another script. */
  unusual: [given: string, family: string][]
  firmStems: string[]
  firmTrades: Record<'vendor' | 'investor' | 'landlord' | 'other', string[]>
  firmEndings: string[]
  employers: string[]
}

/** All that makes a contact look like one of this market. */
export interface World {
  timeZone: string
  names: Names
  phones: PhoneBlock
  mailHosts: string[]
  areas: Area[]
  streets: string[]
  /** The contact's own address in that area. */
  address(area: Area, streets: string[], chance: Chance): Address
  /** How an agent writes down a property of that street. */
  property(street: string, chance: Chance): string
  homes: string[]
  lenders: string[]
  money: Money
  habits: Record<InteractionType, number>
  sources: Weighted<string>
  kinds: Weighted<ContactKind>
  tags: Record<ContactKind, string[]>
  phrases: Phrases
  asides: string[]
}
