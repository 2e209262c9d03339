/** A job that runs by the clock, told by its module's manifest. */
export interface ScheduledJob {
  /** `<module>.<verb_phrase>`. */
  name: string
  /** Cron expression; `perAgency` jobs read it in each agency's own time zone. */
  cron: string
  perAgency: boolean
  run: () => Promise<{ default: new () => { handle(): Promise<void> } }>
}
