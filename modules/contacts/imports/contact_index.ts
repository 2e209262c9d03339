import type { KnownContact, TypedDraft } from './known_contact.ts'

type Who = Pick<KnownContact, 'type' | 'first_name'>

/** Contacts by all that tells whether a row means one of them. */
export class ContactIndex {
  readonly #byId = new Map<string, KnownContact>()
  readonly #byFingerprint = new Map<string, KnownContact>()
  readonly #byPoint = new Map<string, Set<KnownContact>>()
  readonly #byName = new Map<string, Set<KnownContact>>()

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  /** To be called again when a contact has got more points or another name. */
  add(contact: KnownContact): void {
    this.#byId.set(contact.id, contact)
    if (contact.fingerprint) this.#byFingerprint.set(contact.fingerprint, contact)
    for (const { value } of contact.points) into(this.#byPoint, value, contact)
    into(this.#byName, nameKey(contact.name, contact.company_name), contact)
  }

  /**
   * The contact that a row means: the one that an earlier row with the same identity became, else
   * one with the same e-mail address or phone and no other given name (couples share both), else, for
   * a row that has neither, the only one of this name and company.
   */
  find(draft: TypedDraft): KnownContact | undefined {
    return this.#byFingerprint.get(draft.fingerprint) ?? this.#byReach(draft) ?? this.#byWord(draft)
  }

  #byReach(draft: TypedDraft): KnownContact | undefined {
    const who: Who = { type: draft.kind, first_name: draft.firstName }
    for (const value of reachOf(draft)) {
      const sharing = [...(this.#byPoint.get(value) ?? [])]
      const found = sharing.find((contact) => isSamePerson(contact, who))
      if (found) return found
    }
    return undefined
  }

  #byWord(draft: TypedDraft): KnownContact | undefined {
    if (reachOf(draft).length > 0 || draft.externalId) return undefined
    const named = this.#byName.get(nameKey(draft.name, draft.companyName)) ?? new Set()
    return named.size === 1 ? [...named][0] : undefined
  }
}

/** E-mail addresses before phones: more people share a phone. */
export function reachOf(draft: TypedDraft): string[] {
  return [...draft.emails.map(({ address }) => address), ...draft.phones.map(({ e164 }) => e164)]
}

/** As people compare names: without accents, capitals and marks. */
function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function isSamePerson(one: Who, other: Who): boolean {
  const [first, second] = [givenName(one), givenName(other)]
  return one.type === other.type && (first === second || first === '' || second === '')
}

function givenName({ first_name }: Who): string {
  return plain(first_name?.replace(/^(mrs?|ms|miss|dr|prof)[.\s]+/i, '').split(/[\s&]/)[0])
}

function nameKey(name: string, company: string | null): string {
  return `${plain(name)}:${plain(company)}`
}

function into<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}
