import type { DomainEvent } from '#kernel/tenancy/unit'

/** It is nine o'clock where the agency is. */
export class MorningCame implements DomainEvent {
  readonly name = 'members.morning_came'
  readonly version = 1
  readonly payload: { day: string }

  constructor(day: string) {
    this.payload = { day }
  }
}
