import type { UnitListener } from '#kernel/events/listener'
import { unitSql } from '#kernel/tenancy/sql'

/** Whoever leaves takes theirs along. */
export const forgetMember: UnitListener = {
  kind: 'unit',
  event: 'members.removed',
  name: 'notifications.forget_member',

  async handle({ payload }) {
    await unitSql('delete from notifications where member_id = ?', [payload.memberId])
  },
}
