import type { I18n } from '@adonisjs/i18n'
import type BulkWork from './models/bulk_work.ts'
import { progressOf } from './progress.ts'

const MINUTE = 60

/** A work's progress as `partials/bulk_work` shows it. */
export function presentProgress(i18n: I18n, work: BulkWork) {
  const { done, total, secondsLeft } = progressOf(work)
  return {
    id: `work-${work.id}`,
    label: i18n.t(`bulk_works.doing.${work.state === 'waiting' ? 'waiting' : 'running'}`),
    done,
    total,
    left: secondsLeft === null ? null : leftIn(i18n, secondsLeft),
  }
}

/** People read "40 seconds" and "3 minutes", not 43 and 2:51. */
function leftIn(i18n: I18n, seconds: number): string {
  if (seconds >= 1.5 * MINUTE)
    return i18n.t('bulk_works.left.minutes', { count: Math.round(seconds / MINUTE) })
  return i18n.t('bulk_works.left.seconds', { count: Math.max(5, Math.ceil(seconds / 5) * 5) })
}
