/**
 * Who acts. The kernel knows no members and no portal accounts: `app/members` and the portal
 * supply actors. `reach` says how far a permission goes: the actor's own records, the team's,
 * or all of the agency's.
 */
export type Reach = 'own' | 'team' | 'all'

export interface ActorFacts {
  id: string
  identityId: string | null
  kind: 'staff' | 'portal' | 'visitor' | 'api' | 'operator' | 'system'
  name: string
  role: string
  teamId: string | null
  permissions: ReadonlyMap<string, Reach>
}

/** What a record must show to be told apart by reach. */
export interface OwnedRecord {
  ownerId: string | null
  teamId: string | null
}

export class Actor {
  readonly id: string
  readonly identityId: string | null
  readonly kind: ActorFacts['kind']
  readonly name: string
  readonly role: string
  readonly teamId: string | null
  readonly permissions: ReadonlyMap<string, Reach>

  constructor(facts: ActorFacts) {
    this.id = facts.id
    this.identityId = facts.identityId
    this.kind = facts.kind
    this.name = facts.name
    this.role = facts.role
    this.teamId = facts.teamId
    this.permissions = facts.permissions
  }

  can(permission: string): boolean {
    return this.kind === 'system' || this.permissions.has(permission)
  }

  /** null: the actor does not hold the permission at all. */
  reachOf(permission: string): Reach | null {
    return this.kind === 'system' ? 'all' : (this.permissions.get(permission) ?? null)
  }

  /** May the actor use `permission` on this very record? */
  reaches(permission: string, record: OwnedRecord): boolean {
    const reach = this.reachOf(permission)
    if (reach === 'all') return true
    if (reach === null) return false
    if (record.ownerId === this.id) return true
    return reach === 'team' && this.teamId !== null && record.teamId === this.teamId
  }
}

/** The product itself: migrations, listeners and schedules act under this name. */
export const systemActor = new Actor({
  id: '00000000-0000-0000-0000-000000000000',
  identityId: null,
  kind: 'system',
  name: 'Freehold',
  role: 'system',
  teamId: null,
  permissions: new Map(),
})

/** Whoever looks at an agency's public site: nobody in particular, who holds no permission. */
export const visitorActor = new Actor({
  id: '00000000-0000-0000-0000-000000000000',
  identityId: null,
  kind: 'visitor',
  name: 'Visitor',
  role: 'visitor',
  teamId: null,
  permissions: new Map(),
})
