import { TimelineEntry, subjectsOf } from '#app/records'
import type { UnitListener } from '#kernel/events/listener'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { notify } from '../actions/notify.ts'

/** Whoever looks after a record hears what somebody else wants done about it. */
export const tellOfNextAction: UnitListener = {
  kind: 'unit',
  event: 'records.next_action_agreed',
  name: 'notifications.tell_of_next_action',

  async handle({ payload }) {
    const entry = await TimelineEntry.find(payload.entryId)
    if (!entry || entry.nextActionDoneAt) return
    const { subjectType: type, subjectId: id } = entry
    const subject = subjectsOf(unit().tenant.modules).find((one) => one.type === type)
    const record = await subject?.find(id)
    if (!subject || !record?.ownerId) return
    await notify([
      {
        to: [record.ownerId],
        kind: 'notifications.next_action_for_you',
        facts: { by: currentActor().name },
        path: `/app/${subject.room}/${id}`,
        module: subject.room,
        subject: { type, id },
      },
    ])
  },
}
