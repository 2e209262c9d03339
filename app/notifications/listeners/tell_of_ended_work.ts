import { BulkWork } from '#app/bulk_works'
import type { UnitListener } from '#kernel/events/listener'
import { notify } from '../actions/notify.ts'

/** The pages of the works that people wait for: `/app/contacts/imports/<id>`. */
const pages: Record<string, string> = { import: 'imports', export: 'exports' }

/** An import or an export is over: whoever asked for it may have gone on to something else. */
export const tellOfEndedWork: UnitListener = {
  kind: 'unit',
  event: 'bulk_works.ended',
  name: 'notifications.tell_of_ended_work',

  async handle({ payload }) {
    const work = await BulkWork.find(payload.workId)
    const [module, noun] = work?.kind.split('.') ?? []
    if (!work?.ownerId || !(noun in pages)) return
    const end = work.state === 'done' ? 'done' : 'failed'
    await notify([
      {
        to: [work.ownerId],
        kind: `notifications.${noun}_${end}`,
        path: `/app/${module}/${pages[noun]}/${work.id}`,
        module,
        subject: { type: 'bulk_work', id: work.id },
        alsoToActor: true,
      },
    ])
  },
}
