import { registerSchedule } from '#kernel/jobs/schedule_registry'

registerSchedule({
  name: 'api.forget_old_answers',
  cron: '50 * * * *',
  perAgency: true,
  run: () => import('./jobs/forget_old_answers.ts'),
})
