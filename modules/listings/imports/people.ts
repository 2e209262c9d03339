import { Member } from '#app/members'
import { KnowPeople } from '#modules/contacts'
import type { Actor } from '#kernel/tenancy/actor'
import type { FedListing, FedOwner } from '../importing/fed_listing.ts'

interface Agent {
  owner_id: string
  team_id: string | null
}

/** The people that rows name: colleagues who look after listings, and contacts who own homes. */
export class People {
  private constructor(
    private readonly agents: Map<string, Agent>,
    private readonly owners: Map<string, string>,
    readonly names: Map<string, string>
  ) {}

  /** With `creates`, an owner whom nobody knows becomes a contact. */
  static async namedIn(feds: FedListing[], actor: Actor, creates: boolean): Promise<People> {
    const members = await Member.query().where('state', 'active').orderBy('id')
    const reached = members.filter(({ id, teamId }) => mayGiveTo(actor, { ownerId: id, teamId }))
    const sharing = Map.groupBy(members, ({ name }) => name.toLowerCase())
    const agents = reached.flatMap(({ id, email, name, teamId }) => {
      const agent = { owner_id: id, team_id: teamId }
      const called = name.toLowerCase()
      const names = sharing.get(called)?.length === 1 ? [called] : []
      return [email, id, ...names].map((key) => [key, agent] as const)
    })
    const owners = feds.flatMap(({ owner }) => owner ?? [])
    const known = await new KnowPeople().handle(owners, { creates, kind: 'seller' })
    const names = new Map(members.map(({ id, name }) => [id, name]))
    for (const { id, name } of known.values()) names.set(id, name)
    const ids = new Map([...known].map(([key, { id }]) => [key, id]))
    return new People(new Map(agents), ids, names)
  }

  agentCalled(said: string | null): Agent | undefined {
    return said === null ? undefined : this.agents.get(said)
  }

  agentFor(id: string | null): Agent | undefined {
    return id === null ? undefined : this.agents.get(id)
  }

  ownerCalled(owner: FedOwner | null): string | undefined {
    return owner ? this.owners.get(KnowPeople.keyOf(owner)) : undefined
  }
}

function mayGiveTo(actor: Actor, record: { ownerId: string; teamId: string | null }): boolean {
  return record.ownerId === actor.id || actor.reaches('listings.assign', record)
}
