import { notify } from '#app/notifications'
import { unitSql } from '#kernel/tenancy/sql'

const FEW = 3

/** The newest leads that nobody has called yet, under the bells of those whose they are. */
export async function tellNewest(): Promise<void> {
  const { rows } = await unitSql<{ id: string; owner_id: string }>(
    `select id, owner_id from (
       select id, owner_id, created_at,
              row_number() over (partition by owner_id order by created_at desc, id) as place
         from leads where status = 'new' and owner_id is not null) as newest
      where place <= ? order by created_at, id`,
    [FEW]
  )
  await notify(
    rows.map(({ id, owner_id: ownerId }) => ({
      to: [ownerId],
      kind: 'leads.notifications.routed',
      facts: { count: 1 },
      path: `/app/leads/${id}`,
      subject: { type: 'lead', id },
    }))
  )
}
