import type { LongListener } from '#kernel/events/listener'
import { openAgency } from '#kernel/jobs/open_agency'
import Member from '../models/member.ts'
import { MorningLetters } from '../actions/morning_letters.ts'

/** One letter after the other: should this process end, the next one goes on where it left off. */
export const sendMorningLetters: LongListener = {
  kind: 'job',
  event: 'members.morning_came',
  name: 'members.send_morning_letters',

  async handle({ tenantId, payload }, run) {
    const tenant = await openAgency(tenantId, null)
    if (!tenant) return
    const letters = new MorningLetters(tenant, payload.day as string)
    for (const member of await run.inUnit(async () => readers())) {
      run.signal.throwIfAborted()
      await letters.handle(member)
    }
  },
}

/** Those who work here and want the letter. */
function readers(): Promise<Member[]> {
  return Member.query().where({ state: 'active', morningLetter: true }).orderBy('id').exec()
}
