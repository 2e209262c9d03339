import type { Chance } from '#kernel/demo/chance'
import type { ContactKind } from './drafts.ts'
import type { Names } from './markets/world.ts'

export interface Identity {
  type: 'person' | 'company'
  givenName: string | null
  familyName: string | null
  companyName: string | null
}

type FirmKind = keyof Names['firmTrades']

const FIRM_SHARE: Record<FirmKind, number> = {
  vendor: 0.8,
  investor: 0.4,
  landlord: 0.2,
  other: 0.3,
}

/** Hands out names, no name twice. */
export class Identities {
  private readonly taken = new Set<string>()
  private readonly unusual: Names['unusual']

  constructor(
    private readonly names: Names,
    private readonly chance: Chance
  ) {
    this.unusual = chance.shuffle(names.unusual)
  }

  draw(kind: ContactKind): Identity {
    if (isFirmKind(kind) && this.chance.happens(FIRM_SHARE[kind])) return this.firm(kind)
    return this.person()
  }

  private person(): Identity {
    const [givenName, familyName] = this.wholeName()
    const companyName = this.chance.happens(0.08) ? this.chance.pick(this.names.employers) : null
    return { type: 'person', givenName, familyName, companyName }
  }

  private wholeName(): [string, string] {
    if (this.unusual.length > 0 && this.chance.happens(0.05)) return this.unusual.pop()!
    return this.unlessTaken(() => [
      this.chance.pick(this.names.given),
      this.chance.pick(this.names.family),
    ])
  }

  private firm(kind: FirmKind): Identity {
    const [companyName] = this.unlessTaken(() => [
      [
        this.chance.pick(this.names.firmStems),
        this.chance.pick(this.names.firmTrades[kind]),
        this.chance.pick(this.names.firmEndings),
      ].join(' '),
    ])
    return { type: 'company', givenName: null, familyName: null, companyName }
  }

  /** Draws until the name is new. */
  private unlessTaken<T extends string[]>(draw: () => T): T {
    for (let attempt = 0; attempt < 200; attempt++) {
      const parts = draw()
      const name = parts.join(' ')
      if (this.taken.has(name)) continue
      this.taken.add(name)
      return parts
    }
    throw new Error('The demo has run out of names; ask for fewer contacts')
  }
}

function isFirmKind(kind: ContactKind): kind is FirmKind {
  return kind in FIRM_SHARE
}
