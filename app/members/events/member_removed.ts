import type { DomainEvent } from '#kernel/tenancy/unit'
import type Member from '../models/member.ts'

/** Somebody no longer works here. */
export class MemberRemoved implements DomainEvent {
  readonly name = 'members.removed'
  readonly version = 1
  readonly payload: { memberId: string }

  constructor({ id }: Member) {
    this.payload = { memberId: id }
  }
}
