/** Everything that stands in a brochure, in words, so that drawing it needs no unit. */
export interface Brochure {
  agency: string
  /** Where the agency's logo lies; null where it has none. */
  logo: string | null
  /** `#rrggbb`, and what can be read on it. */
  colour: string
  onColour: string
  paper: 'A4' | 'LETTER'
  title: string
  price: string
  address: string
  facts: { label: string; value: string }[]
  features: string[]
  description: string | null
  agent: { name: string; lines: string[] } | null
  /** Where the pictures lie, cover first. */
  pictures: { storageKey: string; caption: string | null }[]
  footer: string
  words: { about: string; facts: string; features: string; contact: string; photos: string }
  pageWords: (page: number, pages: number) => string
}
