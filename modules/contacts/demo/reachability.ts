import type { Chance } from '#kernel/demo/chance'
import type { Channel, ConsentDraft, EmailDraft, PhoneDraft } from './drafts.ts'
import type { Identity } from './identities.ts'
import type { PhoneBlock, World } from './markets/world.ts'
import { addressable } from './text.ts'

/** Hands out the phone numbers and mailboxes of one agency's contacts, none of them twice. */
export class Reachability {
  private readonly numbers: string[]
  private readonly mailboxes = new Set<string>()

  constructor(
    private readonly world: World,
    private readonly chance: Chance
  ) {
    this.numbers = chance.shuffle(numbersOf(world.phones))
  }

  /** None once the numbers are used up, so that any count of contacts can be asked for. */
  phones(identity: Identity): PhoneDraft[] {
    const labels = identity.type === 'company' ? workFirst : this.chance.weigh(personLabels)
    const numbers = this.numbers.splice(0, labels.length)
    return numbers.map((number, index) => ({
      number,
      label: labels[index],
      isPrimary: index === 0,
    }))
  }

  emails(identity: Identity): EmailDraft[] {
    const personal = identity.type === 'person' && this.chance.happens(0.9)
    const atWork = identity.companyName !== null
    const addresses: EmailDraft[] = []
    if (personal)
      addresses.push(this.email(nameOf(identity), this.chance.pick(this.world.mailHosts)))
    if (atWork) addresses.push(this.workEmail(identity))
    return addresses.map((email, index) => ({ ...email, isPrimary: index === 0 }))
  }

  private workEmail(identity: Identity): EmailDraft {
    const host = `${addressable(identity.companyName!).replaceAll('.', '-')}.example`
    const mailbox = identity.type === 'company' ? this.chance.pick(desks) : nameOf(identity)
    return { ...this.email(mailbox, host), label: 'work' }
  }

  private email(name: string, host: string): EmailDraft {
    const mailbox = addressable(name) || 'contact'
    const taken = this.mailboxes.has(`${mailbox}@${host}`)
    const address = `${mailbox}${taken ? this.mailboxes.size : ''}@${host}`
    this.mailboxes.add(address)
    return { address, label: 'personal', isPrimary: false }
  }
}

const workFirst: PhoneDraft['label'][] = ['work']
const personLabels: [PhoneDraft['label'][], number][] = [
  [['mobile'], 66],
  [['mobile', 'home'], 10],
  [['mobile', 'work'], 12],
  [['mobile', 'home', 'work'], 4],
  [['home'], 2],
  [[], 6],
]
const desks = ['office', 'hello', 'accounts', 'bookings']
const waysToAsk = ['web form', 'on the phone', 'sign-in sheet', 'in person', 'by message']

/** What each channel may be used for; a fifth were never asked and some said no. */
export function consentFrom(chance: Chance, askedAt: string): Record<Channel, ConsentDraft> {
  const ask = (granted: number, refused: number) => answer(chance, askedAt, [granted, refused])
  return { call: ask(80, 4), email: ask(70, 10), sms: ask(45, 15), whatsapp: ask(50, 10) }
}

function answer(chance: Chance, at: string, [granted, refused]: [number, number]): ConsentDraft {
  const roll = chance.between(1, 100)
  if (roll > granted + refused) return { state: 'not_asked', at: null, how: null }
  return { state: roll <= granted ? 'granted' : 'refused', at, how: chance.pick(waysToAsk) }
}

function nameOf(identity: Identity): string {
  return `${identity.givenName} ${identity.familyName}`
}

function numbersOf({ prefixes, first, last }: PhoneBlock): string[] {
  const suffixes = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return prefixes.flatMap((prefix) => suffixes.map((suffix) => `${prefix}${suffix}`))
}
