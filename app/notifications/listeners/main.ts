import { registerListener } from '#kernel/events/listener_registry'
import { registerSchedule } from '#kernel/jobs/schedule_registry'
import { forgetMember } from './forget_member.ts'
import { tellOfEndedWork } from './tell_of_ended_work.ts'
import { tellOfNextAction } from './tell_of_next_action.ts'
import { tellOfTask } from './tell_of_task.ts'

registerListener(tellOfTask)
registerListener(tellOfNextAction)
registerListener(tellOfEndedWork)
registerListener(forgetMember)

registerSchedule({
  name: 'notifications.forget_read',
  cron: '50 3 * * 0',
  perAgency: true,
  run: () => import('../jobs/forget_read.ts'),
})
