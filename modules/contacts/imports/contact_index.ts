import type { KnownContact, TypedDraft } from './known_contact.ts'

type Who = Pick<KnownContact, 'type' | 'first_name'>

/** Contacts by all that tells whether a row means one of them. */
export class ContactIndex {
  readonly #byId = new Map<string, KnownContact>()
  readonly #byFingerprint = new Map<string, KnownContact>()
  readonly #byPoint = new Map<string, Set<KnownContact>>()
  readonly #byName = new Map<string, Set<KnownContact>>()

  get(id: string): KnownContact | undefined {
    return this.#byId.get(id)
  }

  knows(fingerprint: string): boolean {
    return this.#byFingerprint.has(fingerprint)
  }

  /** To be called again when a contact has got more points or another name. */
  add(contact: KnownContact): void {
    this.#byId.set(contact.id, contact)
    if (contact.fingerprint) this.remember(contact.fingerprint, contact)
    for (const { value } of contact.points) into(this.#byPoint, value, contact)
    into(this.#byName, nameKey(contact.name, contact.company_name), contact)
  }

  /** The row with this identity means this contact, whatever becomes of its name and addresses. */
  remember(fingerprint: string, contact: KnownContact): void {
    this.#byFingerprint.set(fingerprint, contact)
  }

  /**
   * The contact that a row means: the one that an earlier row with the same identity became, else
   * one with the same e-mail address or phone and no other given name (couples share both), else, for
   * a row that has neither, one of this name and company that came from no list.
   */
  find(draft: TypedDraft): KnownContact | undefined {
    return this.#byFingerprint.get(draft.fingerprint) ?? this.#byReach(draft) ?? this.#byWord(draft)
  }

  #byReach(draft: TypedDraft): KnownContact | undefined {
    const who: Who = { type: draft.kind, first_name: draft.firstName }
    for (const value of reachOf(draft)) {
      const sharing = [...(this.#byPoint.get(value) ?? [])]
      const found =
        oldest(sharing.filter((contact) => isSamePerson(contact, who))) ??
        oldest(sharing.filter((contact) => mayBeSamePerson(contact, who)))
      if (found) return found
    }
    return undefined
  }

  #byWord(draft: TypedDraft): KnownContact | undefined {
    if (isReachable(draft)) return undefined
    const named = [...(this.#byName.get(nameKey(draft.name, draft.companyName)) ?? [])]
    return oldest(named.filter(({ fingerprint }) => fingerprint === null))
  }
}

/** Tells whether a row says more of somebody than what they are called. */
export function isReachable(draft: TypedDraft): boolean {
  return draft.externalId !== null || reachOf(draft).length > 0
}

/** E-mail addresses before phones: more people share a phone. */
function reachOf(draft: TypedDraft): string[] {
  return [...draft.emails.map(({ address }) => address), ...draft.phones.map(({ e164 }) => e164)]
}

/** Ids grow with time: whatever else has come in meanwhile, the same one is chosen again. */
function oldest(contacts: KnownContact[]): KnownContact | undefined {
  return contacts.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0]
}

function isSamePerson(one: Who, other: Who): boolean {
  return one.type === other.type && givenName(one) === givenName(other)
}

/** Of one of them nobody knows the given name. */
function mayBeSamePerson(one: Who, other: Who): boolean {
  return one.type === other.type && (givenName(one) === '' || givenName(other) === '')
}

function givenName({ first_name: first }: Who): string {
  return plain(first?.replace(/^(mrs?|ms|miss|dr|prof)[.\s]+/i, '').split(/[\s&]/)[0])
}

/** As people compare names: without accents, capitals and marks. */
function plain(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function nameKey(name: string, company: string | null): string {
  return `${name.toLowerCase()}\n${(company ?? '').toLowerCase()}`
}

function into<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}
