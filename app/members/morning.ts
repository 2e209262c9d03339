import { registerListener } from '#kernel/events/listener_registry'
import { registerSchedule } from '#kernel/jobs/schedule_registry'
import { sendMorningLetters } from './listeners/send_morning_letters.ts'

registerSchedule({
  name: 'members.tell_of_morning',
  cron: '0 9 * * *',
  perAgency: true,
  run: () => import('./jobs/tell_of_morning.ts'),
})

registerListener(sendMorningLetters)
