import type { LongListener } from '#kernel/events/listener'
import { ProcessMedium } from '../actions/process_medium.ts'

export const processMedium: LongListener = {
  kind: 'job',
  event: 'listings.media_added',
  name: 'listings.process_medium',
  handle: ({ payload }, run) => new ProcessMedium(run).handle(payload.mediumId as string),
}
