/** `default` of a job's file. */
export interface JobFile {
  default: new () => { handle(): Promise<void> }
}

/** A job that runs by the clock, told by its module's manifest or by `registerSchedule`. */
export interface ScheduledJob {
  /** `<module>.<verb_phrase>`. */
  name: string
  /** Cron expression; `perAgency` jobs read it in each agency's own time zone. */
  cron: string
  /** true: once for each agency, in a unit of its own, as the product. false: once, without one. */
  perAgency: boolean
  run: () => Promise<JobFile>
}
