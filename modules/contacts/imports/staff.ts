import { Member } from '#app/members'
import type { Actor } from '#kernel/tenancy/actor'
import type { ContactDraft } from '../importing/contact_draft.ts'

export interface Colleague {
  id: string
  name: string
  email: string
  teamId: string | null
}

/** The members to whom this person may give contacts: themselves, and whom `contacts.assign` reaches. */
export class Staff {
  readonly colleagues: Colleague[]

  constructor(colleagues: Colleague[]) {
    this.colleagues = colleagues
  }

  static async within(actor: Actor): Promise<Staff> {
    const members = await Member.query().where('state', 'active').orderBy('name').orderBy('id')
    const reached = members.filter(
      ({ id, teamId }) =>
        id === actor.id || actor.reaches('contacts.assign', { ownerId: id, teamId })
    )
    return new Staff(reached.map(({ id, name, email, teamId }) => ({ id, name, email, teamId })))
  }

  byId(id: string | null): Colleague | null {
    return this.colleagues.find((colleague) => colleague.id === id) ?? null
  }

  /** By address, or by a name that only one of them has. */
  namedIn({
    ownerEmail,
    ownerName,
  }: Pick<ContactDraft, 'ownerEmail' | 'ownerName'>): Colleague | null {
    if (ownerEmail) return this.colleagues.find(({ email }) => email === ownerEmail) ?? null
    const wanted = ownerName?.toLowerCase()
    const named = this.colleagues.filter(({ name }) => name.toLowerCase() === wanted)
    return named.length === 1 ? named[0] : null
  }
}
