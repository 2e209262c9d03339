import { registerSchedule } from './schedule_registry.ts'

registerSchedule({
  name: 'kernel.seal_audit',
  cron: '*/5 * * * *',
  perAgency: false,
  run: () => import('#kernel/audit/seal_audit'),
})

registerSchedule({
  name: 'kernel.purge',
  cron: '17 3 * * *',
  perAgency: false,
  run: () => import('./purge.ts'),
})

registerSchedule({
  name: 'kernel.delete_closed_agencies',
  cron: '7 * * * *',
  perAgency: false,
  run: () => import('./delete_closed_agencies.ts'),
})

registerSchedule({
  name: 'kernel.forget_heard_events',
  cron: '40 3 * * *',
  perAgency: true,
  run: () => import('./forget_heard_events.ts'),
})

registerSchedule({
  name: 'kernel.clean_files',
  cron: '10 4 * * *',
  perAgency: false,
  run: () => import('#kernel/files/clean_files'),
})
