import type { Chance } from '#kernel/demo/chance'
import type { KnownContact } from './demo_leads.ts'

export interface DemoPerson {
  contactId: string | null
  name: string
  phone: string | null
  email: string | null
  place: { city: string | null; locality: string | null }
}

const KNOWN = 0.4

/** Those who ask: some are contacts already, the others are called as people here are. */
export class People {
  readonly #known: KnownContact[]
  readonly #numbers: Set<string>

  constructor(
    contacts: KnownContact[],
    private readonly chance: Chance
  ) {
    this.#known = contacts.filter(({ first_name: first }) => first)
    this.#numbers = new Set(contacts.flatMap(({ primary_phone: phone }) => phone ?? []))
  }

  draw(): DemoPerson {
    if (this.#known.length === 0) return NOBODY
    const one = this.chance.pick(this.#known)
    const place = { city: one.city, locality: one.locality }
    if (this.chance.happens(KNOWN)) {
      const { id, name, primary_phone: phone, primary_email: email } = one
      return { contactId: id, name, phone, email, place }
    }
    return { contactId: null, ...this.#stranger(one), place }
  }

  /** A first name of one contact, the last name of another. */
  #stranger(one: KnownContact) {
    const other = this.chance.pick(this.#known)
    const first = one.first_name ?? ''
    const last = other.last_name ?? ''
    const mail = [first, last].map((word) => word.normalize('NFD').replaceAll(/[^a-z]/gi, ''))
    const isPlain = mail.every((word) => word.length > 0)
    return {
      name: [first, last].filter(Boolean).join(' '),
      phone: this.#freeNumberLike(one.primary_phone),
      email:
        isPlain && this.chance.happens(0.7) ? `${mail.join('.')}@example.org`.toLowerCase() : null,
    }
  }

  /** As made up as the contact's own number, and nobody else's. */
  #freeNumberLike(phone: string | null): string | null {
    for (let tries = 0; phone && tries < 20; tries++) {
      const number = phone.slice(0, -2) + String(this.chance.between(0, 99)).padStart(2, '0')
      if (this.#numbers.has(number)) continue
      this.#numbers.add(number)
      return number
    }
    return null
  }
}

const NOBODY = {
  contactId: null,
  name: 'Somebody',
  phone: null,
  email: null,
  place: { city: null, locality: null },
}
